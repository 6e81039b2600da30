import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

@Suite struct SettingFindingTests {
    static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        x-specrouter-ignore: [ unused-component ]
        x-specrouter-unknown-qeury: refuse
        paths:
          /a:
            x-specrouter-description: hidden
            get:
              x-specrouter-unknown-query: refus
              responses: { '200': { description: ok } }
            put:
              x-specrouter-responses-check: 7
              x-specrouter-problems: verbose
              parameters: [ { name: q, in: query, schema: { type: string, x-specrouter-nullable: ignore } } ]
              responses: { '200': { description: ok, x-other: [ x-specrouter-nothing, 1 ] } }
          /b:
            get:
              responses: { '200': { description: ok } }
        """

    private static func compile() throws -> Compilation {
        let loaded = DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "file:///t.yaml", name: "t.yaml"
        ) { _ in [] }
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        return APICompiler().compile([SpecInput(document: try #require(loaded.document), nodes: nodes)])
    }

    @Test func `wrong settings are told with their place`() throws {
        let found = try Self.compile().diagnostics.map { $0.rendered(color: .none) }
        #expect(
            found == [
                """
                t.yaml:9:35: error: "x-specrouter-unknown-query" must be one of "ignore", "report", "refuse". [unknown-value]
                    disables GET /a
                    Did you mean "refuse"? Until then what it applies to answers 501.
                """,
                """
                t.yaml:12:37: error: "x-specrouter-responses-check" must be one of "all", "1 in N". [unknown-value]
                    disables PUT /a
                    Until then what it applies to answers 501.
                """,
                """
                t.yaml:13:30: warning: "x-specrouter-problems" has answers tell details of inner failures. [verbose-problems]
                    This is for development: leave it out where strangers can ask.
                """,
                """
                t.yaml:4:29: warning: There is no setting "x-specrouter-unknown-qeury", so nothing is set by it. \
                [unknown-field]
                    Did you mean "x-specrouter-unknown-query"?
                """,
                """
                t.yaml:7:31: warning: "x-specrouter-description" has no effect here. [unknown-field]
                    Its place is the root of the description.
                """,
                """
                t.yaml:14:90: warning: "x-specrouter-nullable" has no effect here. [unknown-field]
                    Its place is the root of the description, a path item or an operation.
                """,
            ])
    }

    @Test func `an operation whose setting is not understood is not served, others are`() async throws {
        let client = InProcessClient(try #require(try Self.compile().api))
        #expect(await client.send("GET", "/a").problem == "operation-unavailable")
        #expect(await client.send("PUT", "/a").problem == "operation-unavailable")
        #expect(await client.send("GET", "/b").status == 200)
    }
}

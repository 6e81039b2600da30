import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

@Suite struct OperationNoticeTests {
    struct Case: Sendable {
        let settings: String
        let deprecation: String?
        let sunset: String?
    }

    static let cases = [
        Case(settings: "deprecated: true", deprecation: nil, sunset: nil),
        Case(
            settings: "x-specrouter-deprecated-at: 2023-06-30T23:59:59Z", deprecation: "@1688169599", sunset: nil),
        Case(
            settings: "{ deprecated: true, x-specrouter-deprecated-at: 1994-11-06, x-specrouter-sunset: 2030-12-31 }",
            deprecation: "@784080000", sunset: "Tue, 31 Dec 2030 00:00:00 GMT"),
        Case(
            settings: "x-specrouter-sunset: 1994-11-06T08:49:37Z", deprecation: nil,
            sunset: "Sun, 06 Nov 1994 08:49:37 GMT"),
        Case(
            settings: "x-specrouter-sunset: 1969-12-31T23:00:00Z", deprecation: nil,
            sunset: "Wed, 31 Dec 1969 23:00:00 GMT"),
    ]

    private func compile(_ settings: String) throws -> Compilation {
        let lines = settings.hasPrefix("{") ? settings.dropFirst().dropLast().split(separator: ",") : [settings[...]]
        let text = """
            openapi: 3.1.0
            info: { title: T, version: "1" }
            paths:
              /a:
                get:
                  x-entry-node-id: a
            \(lines.map { "      " + $0.drop { $0 == " " } }.joined(separator: "\n"))
                  parameters: [ { name: q, in: query, schema: { type: integer } } ]
                  responses: { '200': { description: ok, content: { text/plain: {} } } }
            """
        let loaded = DescriptionLoader.load(bytes: Array(text.utf8), uri: "file:///t.yaml", name: "t.yaml") { _ in [] }
        var nodes = NodeRegistry()
        nodes.register("a") { _ in .text("a") }
        return APICompiler().compile([SpecInput(document: try #require(loaded.document), nodes: nodes)])
    }

    @Test(arguments: cases)
    func `dates of the description are told with every answer`(_ example: Case) async throws {
        let client = InProcessClient(try #require(try compile(example.settings).api))
        for (target, status) in [("/a", 200), ("/a?q=x", 400)] {
            let response = await client.send("GET", target)
            #expect(response.status == status)
            #expect(response.field("deprecation") == example.deprecation)
            #expect(response.field("sunset") == example.sunset)
        }
    }

    @Test func `what is no date is warned of, and not told`() async throws {
        let compilation = try compile("x-specrouter-sunset: soon")
        #expect(
            compilation.diagnostics.map { $0.rendered(color: .none) } == [
                """
                t.yaml:7:28: warning: "x-specrouter-sunset" must be a date such as 2030-01-31, or one with a time and a \
                zone. [unknown-value]
                    Until then clients are not told.
                """
            ])
        let client = InProcessClient(try #require(compilation.api))
        #expect(await client.send("GET", "/a").field("sunset") == nil)
    }
}

import OpenAPIModel
import SpecRouter
import Synchronization
import Testing

/// What the server's tests serve: operations that answer at once, later, much or never.
enum TestAPI {
    /// How many nodes were cancelled while they waited.
    static let cancelled = Atomic<Int>(0)
    /// How many requests wait at the gate, and whether it is open.
    static let gated = Atomic<Int>(0)
    static let isOpen = Atomic<Bool>(false)

    private static let paths = ["now", "later", "slow", "gated", "endless", "version", "large", "verified"]

    static func make(limits: Limits, version: String = "1") throws -> CompiledAPI {
        if limits == .hasty(), version == "1", let common { return common }
        return try compile(limits, version)
    }

    /// Compiled once: most tests change nothing.
    private static let common = try? compile(.hasty(), "1")

    private static func compile(_ limits: Limits, _ version: String) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "file:///test.yaml", name: "test.yaml"
        ) { _ in [] }
        let input = SpecInput(
            document: try #require(loaded.document), diagnostics: loaded.diagnostics, nodes: nodes(version),
            security: ["Key": .custom { _ in await verdict() }])
        let compilation = APICompiler(limits: limits).compile([input])
        #expect(compilation.diagnostics.map { $0.rendered(color: .none) } == [])
        return try #require(compilation.api)
    }

    private static var description: String {
        let operations = paths.map { path in
            """
              /\(path):
                get:
                  x-entry-node-id: \(path)
                  security: \(path == "verified" ? "[{Key: []}]" : "[]")
                  responses: {"200": {description: fine, content: {text/plain: {schema: {type: string}}}}}

            """
        }
        return """
            openapi: 3.1.0
            info: {title: Test, version: "1"}
            components: {securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}}}
            paths:
              /body:
                post:
                  x-entry-node-id: body
                  requestBody: {content: {text/plain: {schema: {type: string}}}}
                  responses: {"200": {description: fine, content: {text/plain: {schema: {type: string}}}}}

            """ + operations.joined()
    }

    private static func nodes(_ version: String) -> NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("now") { _ in .text("now") }
        nodes.register("version") { _ in .text(version) }
        nodes.register("large") { _ in .text(String(repeating: "x", count: 1_000_000)) }
        nodes.register("body") { request in .text(String(decoding: try request.bodyBytes, as: UTF8.self)) }
        nodes.register("verified") { _ in .text("verified") }
        nodes.register("later") { _ in await answer("later") }
        nodes.register("slow") { _ in await waiting(.milliseconds(50), "slow") }
        nodes.register("gated") { _ in await passing("gated") }
        nodes.register("endless") { _ in await waiting(.seconds(600), "endless") }
        return nodes
    }

    private static func answer(_ text: String) async -> NodeResponse { .text(text) }

    private static func waiting(_ time: Duration, _ text: String) async -> NodeResponse {
        do {
            try await Task.sleep(for: time)
        } catch {
            cancelled.add(1, ordering: .relaxed)
        }
        return .text(text)
    }

    private static func passing(_ text: String) async -> NodeResponse {
        gated.add(1, ordering: .relaxed)
        while !isOpen.load(ordering: .relaxed), !Task.isCancelled { try? await Task.sleep(for: .milliseconds(2)) }
        return .text(text)
    }

    private static func verdict() async -> Principal? {
        try? await Task.sleep(for: .milliseconds(30))
        return Principal(name: "tester", scheme: "Key")
    }
}

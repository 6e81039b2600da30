import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// An operation that takes a body, and says what it was given.
struct BodyAPI {
    private let api: CompiledAPI

    /// - Parameters:
    ///   - content: of the request body, in YAML on one line.
    ///   - responses: the same of the answer's content.
    ///   - components: the whole field, on one line.
    init(
        _ content: String, responses: String = "{}", components: String = "", version: String = "3.2.0",
        limits: Limits = Limits(), nodes: NodeRegistry = Self.echoing
    ) throws {
        let text = """
            openapi: \(version)
            info: { title: Bodies, version: '1' }
            paths:
              /bodies:
                post:
                  x-entry-node-id: body
                  requestBody: { required: true, content: \(content) }
                  responses: { '200': { description: Done., content: \(responses) } }
            \(components)
            """
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "file:///bodies.yaml", name: "bodies.yaml", readFile: { _ in [] })
        let input = SpecInput(
            document: try #require(loaded.document, "\(loaded.diagnostics)"), diagnostics: loaded.diagnostics,
            nodes: nodes)
        let compilation = APICompiler(limits: limits).compile([input])
        api = try #require(compilation.api, "\(compilation.diagnostics.map(\.message))")
        #expect(compilation.diagnostics.map(\.message) == [])
    }

    /// Answers with the body's value, and where it has none with its octets.
    static var echoing: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("body") { request in
            if let value = request.body { return .bytes(value.serializedBytes(), contentType: "text/plain") }
            return .bytes(try await request.collectBody(upTo: 1 << 30), contentType: "text/plain")
        }
        return nodes
    }

    /// How a body comes.
    enum Arrival: Sendable, CaseIterable {
        case whole, inOctets
    }

    func send(
        _ body: [UInt8], _ type: String?, _ fields: [HeaderField] = [], _ arrival: Arrival = .whole
    ) async -> InProcessResponse {
        var fields = fields + [("Content-Length", String(body.count))]
        if let type { fields.append(("Content-Type", type)) }
        let head = RequestHead(
            method: "POST", target: "/bodies", fields: fields, requestID: "00000000-0000-4000-8000-000000000000")
        switch arrival {
        case .whole: return await InProcessResponse(api.respond(to: head, body: .bytes(body)))
        case .inOctets:
            let (octets, continuation) = AsyncStream.makeStream(of: [UInt8].self)
            for octet in body { continuation.yield([octet]) }
            continuation.finish()
            let stream = BodyStream {
                var iterator = octets.makeAsyncIterator()
                return await iterator.next()
            }
            return await InProcessResponse(api.respond(to: head, body: .stream(stream)))
        }
    }
}

extension InProcessResponse {
    /// `pointer keyword` of each violation; the body of an answer without any.
    var findings: String {
        let violations = json?["violations"]?.elements.map { violation in
            ["pointer", "keyword"].map { violation[$0]?.string ?? "" }.joined(separator: " ")
        }
        return violations?.joined(separator: ", ") ?? (problem ?? body)
    }
}

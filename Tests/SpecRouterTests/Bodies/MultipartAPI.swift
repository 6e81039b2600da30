import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// An operation that takes a multipart body, and says what it was given.
struct MultipartAPI {
    private let api: CompiledAPI
    static let boundary = "b"

    /// - Parameter content: the Media Type Object in YAML, on one line.
    init(
        _ content: String, type: String = "multipart/form-data", version: String = "3.1.0", limits: Limits = Limits(),
        spool: FileSpool? = nil, isRequired: Bool = true
    ) throws {
        let text = """
            openapi: \(version)
            info: { title: Uploads, version: '1' }
            paths:
              /uploads:
                post:
                  x-entry-node-id: upload
                  parameters: [ { name: limit, in: query, schema: { type: integer } } ]
                  requestBody: { required: \(isRequired), content: { '\(type)': \(content) } }
                  responses: { '200': { description: Done. } }
            """
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "file:///uploads.yaml", name: "uploads.yaml", readFile: { _ in [] })
        let input = SpecInput(
            document: try #require(loaded.document, "\(loaded.diagnostics)"), diagnostics: loaded.diagnostics,
            nodes: Self.nodes)
        let compilation = APICompiler(limits: limits, spool: spool).compile([input])
        api = try #require(compilation.api, "\(compilation.diagnostics.map(\.message))")
        #expect(compilation.diagnostics.map(\.message) == [])
    }

    /// The body's value, then each file: its place, its name, its type, its octets as text.
    private static var nodes: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("upload") { request in
            if request.body == nil {
                #expect(try request.bodyBytes.isEmpty)
            } else {
                #expect(throws: DividedBody.self) { try request.bodyBytes }
                await #expect(throws: DividedBody.self) { try await request.collectBody(upTo: 1) }
            }
            var lines = [request.body?.serialized() ?? "nothing"]
            for file in request.files {
                var octets: [UInt8] = []
                for try await chunk in file.chunks { octets += chunk }
                #expect(try await file.bytes() == octets)
                #expect(file.byteCount == octets.count)
                let text = octets.count > 40 ? "\(octets.count) octets" : String(decoding: octets, as: UTF8.self)
                lines.append("\(file.pointer) \(file.filename ?? "-") \(file.contentType ?? "-") \(text)")
            }
            return .bytes(Array(lines.joined(separator: "\n").utf8), contentType: "text/plain")
        }
        return nodes
    }

    enum Delivery: CaseIterable { case whole, octetByOctet }

    func send(
        _ body: String, type: String = "multipart/form-data", query: String = "", _ delivery: Delivery = .whole
    ) async -> InProcessResponse {
        let head = RequestHead(
            method: "POST", target: "/uploads\(query)",
            fields: [("Content-Type", "\(type); boundary=\(Self.boundary)"), ("Transfer-Encoding", "chunked")],
            requestID: "1")
        let octets = Array(body.utf8)
        switch delivery {
        case .whole: return await InProcessResponse(api.respond(to: head, body: .bytes(octets)))
        case .octetByOctet:
            let stream = Pieces(octets)
            return await InProcessResponse(
                api.respond(to: head, body: .stream(BodyStream { await stream.next() })))
        }
    }

    private actor Pieces {
        private var rest: ArraySlice<UInt8>

        init(_ octets: [UInt8]) { rest = octets[...] }

        func next() -> [UInt8]? { rest.popFirst().map { [$0] } }
    }

    /// A body of these parts: header lines, then the content.
    static func body(_ parts: [(header: [String], content: String)]) -> String {
        parts.map { "--b\r\n" + $0.header.map { $0 + "\r\n" }.joined() + "\r\n" + $0.content + "\r\n" }.joined()
            + "--b--\r\n"
    }

    static func field(_ name: String, _ content: String, type: String? = nil, filename: String? = nil) -> (
        header: [String], content: String
    ) {
        let suffix = filename.map { "; filename=\"\($0)\"" } ?? ""
        return (
            ["Content-Disposition: form-data; name=\"\(name)\"\(suffix)"]
                + (type.map { ["Content-Type: \($0)"] } ?? []),
            content
        )
    }
}

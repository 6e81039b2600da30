import HTTPTypes
import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// An API whose answers depend on each choice of a policy.
enum PolicyFixture {
    /// Where a choice is set.
    enum Level: CaseIterable {
        case gateway, root, pathItem, operation
    }

    struct Setting {
        var key = ""
        var word = ""
        var level = Level.gateway

        fileprivate func text(at level: Level) -> String { self.level == level ? "\(key): \(word)" : "" }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String { "The secret of the node" }
    }

    static func description(_ setting: Setting) -> String {
        """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        servers: [ { url: https://example.com/v1 } ]
        \(setting.text(at: .root))
        paths:
          /things:
            \(setting.text(at: .pathItem))
            post:
              x-entry-node-id: things
              \(setting.text(at: .operation))
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses:
                '201':
                  description: made
                  headers: { X-Count: { required: true, schema: { type: integer } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
                '422': { description: wrong, content: { application/problem+json: {} } }
          /{any}:
            get:
              x-entry-node-id: any
              parameters: [ { name: any, in: path, required: true, schema: { enum: [ things, other ] } } ]
              responses: { '200': { description: ok } }
          /events:
            \(setting.text(at: .pathItem))
            get:
              x-entry-node-id: events
              \(setting.text(at: .operation))
              responses: { '200': { description: ok, content: { text/event-stream: {} } } }
          /unbound:
            \(setting.text(at: .pathItem))
            get:
              x-entry-node-id: unbound
              \(setting.text(at: .operation))
              responses: { '200': { description: ok, content: { '*/*': {} } } }
        components:
          schemas:
            Thing:
              type: object
              required: [ id ]
              properties:
                id: { type: integer, readOnly: true }
                note: { type: string, nullable: true }
                secret: { type: string, writeOnly: true }
        """
    }

    /// Nil when it cannot be served.
    static func client(_ setting: Setting, _ policy: Policy) throws -> InProcessClient? {
        let text = description(setting)
        let loaded = DescriptionLoader.load(bytes: Array(text.utf8), uri: "file:///t.yaml", name: "t.yaml") { _ in [] }
        let document = try #require(loaded.document, "\(loaded.diagnostics)")
        let input = SpecInput(document: document, diagnostics: loaded.diagnostics, nodes: nodes, policy: policy)
        return APICompiler().compile([input]).api.map { InProcessClient($0) }
    }

    private static var nodes: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("any") { _ in NodeResponse(status: .ok) }
        nodes.register("things") { request in try answer(request.head.fields.first { $0.name == "X-Answer" }?.value) }
        nodes.register("events") { _ in .items(contentType: "text/event-stream") { _ in throw Failure() } }
        nodes.fallback(.respond(.text("fallback")))
        return nodes
    }

    private static var counted: HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-Count") { fields[name] = "1" }
        return fields
    }

    private static func answer(_ wish: String?) throws -> NodeResponse {
        let good = Array(#"{"id":1}"#.utf8)
        let json = "application/json"
        switch wish {
        case "status": return .bytes(good, contentType: json, status: .accepted, headerFields: counted)
        case "type":
            return .bytes(good, contentType: "text/x", status: .created, headerFields: counted)
        case "header": return .bytes(good, contentType: json, status: .created)
        case "throw": throw Failure()
        default:
            let body = Array((wish ?? #"{"id":1}"#).utf8)
            return .bytes(body, contentType: json, status: .created, headerFields: counted)
        }
    }
}

extension InProcessClient {
    /// The status, with the word "fault" when the log would tell of one, and "told" when the answer tells of the node.
    func answer(_ line: String) async -> String {
        let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
        let fields: [HeaderField] = parts.count > 3 ? [("X-Answer", parts[3])] : []
        let body = parts.count > 2 && parts[2] != "-" ? parts[2] : nil
        let response = await send(parts[0], parts[1], fields, body: body)
        var words = [String(response.status)]
        if response.response.summary.fault != nil { words.append("fault") }
        if response.outcome?.isComplete == false { words.append("cut") }
        if response.body.contains("The secret of the node") { words.append("told") }
        return words.joined(separator: " ")
    }
}

public import HTTPTypes
public import JSONCore

/// Proof that head, parameters and body met the operation; only the pipeline can make one.
public struct ValidatedRequest: Sendable {
    private let contents: Contents

    /// A class: it is handed through several closures, which then share one reference.
    private final class Contents: Sendable {
        let operation: CompiledOperation
        let head: RequestHead
        let parameters: JSON
        let body: JSON?
        let bodyBytes: [UInt8]
        let principals: [Principal]

        init(
            operation: CompiledOperation, head: RequestHead, parameters: JSON, body: JSON?, bodyBytes: [UInt8],
            principals: [Principal]
        ) {
            self.operation = operation
            self.head = head
            self.parameters = parameters
            self.body = body
            self.bodyBytes = bodyBytes
            self.principals = principals
        }
    }

    init(
        operation: CompiledOperation, head: RequestHead, parameters: JSON, body: JSON?, bodyBytes: [UInt8],
        principals: [Principal]
    ) {
        contents = Contents(
            operation: operation, head: head, parameters: parameters, body: body, bodyBytes: bodyBytes,
            principals: principals)
    }

    public var operation: CompiledOperation { contents.operation }
    public var head: RequestHead { contents.head }
    public var requestID: String { contents.head.requestID }

    /// The declared parameters as decoded, typed values, with defaults, under `path`, `query`, `header` and `cookie`.
    public var parameters: JSON { contents.parameters }

    /// The body as decoded JSON; nil when there is none, or when its media type is not one that SpecRouter decodes.
    public var body: JSON? { contents.body }

    /// The body as it was sent, to the octet: what a signature was made over.
    public var bodyBytes: [UInt8] { contents.bodyBytes }

    /// Who sent it, one for each scheme of the security requirement that was met; empty for an open operation.
    public var principals: [Principal] { contents.principals }
    public var principal: Principal? { contents.principals.first }

    /// All header fields; made on each call.
    public var headerFields: HTTPFields {
        var fields = HTTPFields()
        for field in contents.head.fields {
            guard let name = HTTPField.Name(field.name) else { continue }
            fields.append(HTTPField(name: name, value: field.value))
        }
        return fields
    }
}

extension ValidatedRequest {
    /// A declared parameter's value. Throws when it is absent, not declared, or not of that type.
    public func path<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        try parameter(name, in: "path", as: type)
    }

    /// A declared parameter's value, or its default. Ask for an optional type when it may be absent.
    public func query<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        try parameter(name, in: "query", as: type)
    }

    /// A declared parameter's value, or its default. `name` is spelled as in the description.
    public func header<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        try parameter(name, in: "header", as: type)
    }

    /// A declared parameter's value, or its default.
    public func cookie<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        try parameter(name, in: "cookie", as: type)
    }

    /// The checked body as a value of `type`, decoded from what the check already parsed.
    public func decodeBody<Body: Decodable>(as type: Body.Type = Body.self) throws -> Body {
        try JSONCoding.decode(type, from: body ?? JSONCoding.null)
    }

    private func parameter<Value: Decodable>(_ name: String, in location: String, as type: Value.Type) throws -> Value {
        try JSONCoding.decode(type, from: parameters[location]?[name] ?? JSONCoding.null)
    }

    func decodeInput<Input: Decodable>(as type: Input.Type) throws -> Input {
        var builder = TapeBuilder()
        builder.beginObject()
        var names: Set<String> = []
        for location in ["path", "query", "header", "cookie"] {
            for (name, value) in parameters[location]?.members.map({ ($0.key, $0.value) }) ?? []
            where names.insert(name).inserted {
                builder.key(name)
                builder.append(value)
            }
        }
        if let body, names.insert("body").inserted {
            builder.key("body")
            builder.append(body)
        }
        builder.endObject()
        return try JSONCoding.decode(type, from: builder.finish())
    }
}

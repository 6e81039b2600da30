public import HTTPTypes
public import JSONCore

/// Proof that head, parameters and body met the operation; only the pipeline can make one.
public struct ValidatedRequest: Sendable {
    let exchange: Exchange

    /// The declared parameters as decoded, typed values, with defaults, under `path`, `query`, `header` and `cookie`.
    public let parameters: JSON

    /// The body as decoded JSON; nil when there is none, or when its media type is not one that SpecRouter decodes.
    public let body: JSON?

    /// The files of a multipart body, in the order in which they came.
    public let files: [FilePart]

    let content: Content

    /// What was let through and is told to the log.
    let report: String?

    enum Content: Sendable {
        case bytes([UInt8])
        case stream(BodyStream)
        case items(CheckedItems)
        /// Of a multipart body nothing is kept but its values and files.
        case parts
        /// A multipart body that is handed on, as it came.
        case kept(KeptBody)

        var isStreamed: Bool {
            switch self {
            case .stream, .items: true
            case .bytes, .parts, .kept: false
            }
        }
    }

    init(
        _ exchange: Exchange, parameters: JSON, body: JSON?, content: Content, files: [FilePart] = [],
        report: String? = nil
    ) {
        self.exchange = exchange
        self.report = report
        self.parameters = parameters
        self.body = body
        self.content = content
        self.files = files
    }

    public var operation: CompiledOperation { exchange.operation }
    public var head: RequestHead { exchange.head }
    public var requestID: String { exchange.head.requestID }
    /// Whence it came; nil where no server has told.
    public var client: RequestClient? { exchange.head.client }

    /// Who sent it, one for each scheme of the security requirement that was met; empty for an open operation.
    public var principals: [Principal] { exchange.principals }
    public var principal: Principal? { exchange.principals.first }

    /// All header fields; made on each call.
    public var headerFields: HTTPFields {
        var fields = HTTPFields()
        for field in exchange.head.fields {
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

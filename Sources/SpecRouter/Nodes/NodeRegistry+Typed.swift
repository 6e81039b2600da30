import HTTPTypes
import JSONCore

extension NodeRegistry {
    /// Registers a handler that takes the checked body as a value of `type`.
    ///
    /// The body is decoded from what the check already parsed. A required body is always there; where the description
    /// leaves it optional and it is absent, `type` has to be an optional, or the request is answered with a problem.
    /// What is known to be so when the API compiles is a diagnostic then.
    public mutating func register<Body: Decodable & Sendable>(
        _ id: String, body type: Body.Type, runs placement: NodePlacement = .onEventLoop,
        _ respond: @escaping @Sendable (Body, ValidatedRequest) async throws -> NodeResponse
    ) {
        let node = RegisteredNode(
            .suspending { try await respond($0.decodeBody(as: type), $0) }, placement: placement,
            input: TypedInput(type, from: .body))
        add(id, node)
    }

    /// The same, for a handler whose result is the body of the operation's one declared success response.
    @_disfavoredOverload
    public mutating func register<Body: Decodable & Sendable, Result: Encodable & SendableMetatype>(
        _ id: String, body type: Body.Type, runs placement: NodePlacement = .onEventLoop,
        _ respond: @escaping @Sendable (Body, ValidatedRequest) async throws -> Result
    ) {
        register(id, body: type, runs: placement) { body, request in
            try .json(await respond(body, request), status: request.operation.successStatus)
        }
    }

    /// Registers a handler that takes the parameters of every location, and the body under the key `body`, as one value.
    ///
    /// Of parameters that share a name, the one of the path wins, then query, header, cookie.
    public mutating func register<Input: Decodable & Sendable>(
        _ id: String, input type: Input.Type, runs placement: NodePlacement = .onEventLoop,
        _ respond: @escaping @Sendable (Input, ValidatedRequest) async throws -> NodeResponse
    ) {
        let node = RegisteredNode(
            .suspending { try await respond($0.decodeInput(as: type), $0) }, placement: placement,
            input: TypedInput(type, from: .parameters))
        add(id, node)
    }

    /// The same, for a handler whose result is the body of the operation's one declared success response.
    @_disfavoredOverload
    public mutating func register<Input: Decodable & Sendable, Result: Encodable & SendableMetatype>(
        _ id: String, input type: Input.Type, runs placement: NodePlacement = .onEventLoop,
        _ respond: @escaping @Sendable (Input, ValidatedRequest) async throws -> Result
    ) {
        register(id, input: type, runs: placement) { input, request in
            try .json(await respond(input, request), status: request.operation.successStatus)
        }
    }
}

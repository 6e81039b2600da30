/// What goes to the wire. The server adds `Date`, `Content-Length`, `X-Request-Id` and `Connection`.
public struct Response: Sendable {
    public enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// Made while it is sent.
        case stream(ResponseStream)
    }

    public var status: Int
    public var fields: [HeaderField]
    public var body: Body
    /// For the access log and metrics.
    public var summary: ExchangeSummary

    public init(
        status: Int, fields: [HeaderField] = [], body: Body = .none, summary: ExchangeSummary = ExchangeSummary()
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.summary = summary
    }

    /// What is sent, in octets; of a stream, 0.
    public var byteCount: Int {
        if case .bytes(let bytes) = body { bytes.count } else { 0 }
    }

    /// The first field of that name. `name` is given in lower case.
    public func firstField(_ name: String) -> String? {
        fields.first { $0.name.equalsASCIIFolded(name) }?.value
    }
}

/// What the access log says of an exchange beyond the wire: route templates and names, never paths, tokens or bodies.
public struct ExchangeSummary: Sendable {
    public var operation: CompiledOperation?
    /// Names of those whose credentials were accepted.
    public var principals: [Principal]
    public var problem: Problem.Kind?
    /// What went wrong inside, or was let through though it breaks the description: for the log only.
    public var fault: String?

    public init(
        operation: CompiledOperation? = nil, principals: [Principal] = [], problem: Problem.Kind? = nil,
        fault: String? = nil
    ) {
        self.operation = operation
        self.principals = principals
        self.problem = problem
        self.fault = fault
    }
}

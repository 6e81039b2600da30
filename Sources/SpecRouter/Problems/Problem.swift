/// The only failure that a client sees, sent as `application/problem+json` (RFC 9457).
public struct Problem: Error, Sendable {
    public var kind: Kind
    /// The kind's own, but for violations, whose status the policy decides.
    public var status: Int
    /// What happened, in full sentences; never a value that the client sent.
    public var detail: String
    public var violations: [RequestViolation]
    /// `Allow`, `Accept`, `WWW-Authenticate`, `Retry-After`.
    public var fields: [HeaderField]

    public init(_ kind: Kind, _ detail: String, violations: [RequestViolation] = [], fields: [HeaderField] = []) {
        self.kind = kind
        self.status = kind.status
        self.detail = detail
        self.violations = violations
        self.fields = fields
    }
}

/// One thing wrong with a request: where in the request, and where in the description the broken rule stands.
public struct RequestViolation: Sendable, Hashable {
    public enum Location: String, Sendable, Hashable, Comparable {
        case path, query, header, cookie, body

        public static func < (left: Location, right: Location) -> Bool { left.order < right.order }

        private var order: Int {
            switch self {
            case .path: 0
            case .query: 1
            case .header: 2
            case .cookie: 3
            case .body: 4
            }
        }
    }

    public var location: Location
    /// The parameter's name; nil for the body.
    public var name: String?
    /// The place within the parameter's value or the body (RFC 6901).
    public var pointer: String
    /// The schema keyword, or `required`, `syntax`, `style`, `unknown` for what no schema says.
    public var keyword: String
    public var message: String
    /// The place in the description, as a URI reference: `#/components/schemas/Pet/required`.
    public var schema: String?

    public init(
        in location: Location, name: String? = nil, pointer: String = "", keyword: String, message: String,
        schema: String? = nil
    ) {
        self.location = location
        self.name = name
        self.pointer = pointer
        self.keyword = keyword
        self.message = message
        self.schema = schema
    }
}

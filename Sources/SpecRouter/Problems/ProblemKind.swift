extension Problem {
    /// The closed catalogue of refusals. The raw value is the stable code; `type` is its URN (RFC 9457, section 3.1.1).
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case malformedRequest = "malformed-request"
        case invalidRequest = "invalid-request"
        case unauthorized = "unauthorized"
        case forbidden = "forbidden"
        case routeNotFound = "route-not-found"
        case methodNotAllowed = "method-not-allowed"
        case notAcceptable = "not-acceptable"
        case requestTimeout = "request-timeout"
        case contentTooLarge = "content-too-large"
        case targetTooLong = "target-too-long"
        case unsupportedMediaType = "unsupported-media-type"
        case headTooLarge = "head-too-large"
        case nodeFailed = "node-failed"
        case invalidResponse = "invalid-response"
        case methodUnknown = "method-unknown"
        case operationUnavailable = "operation-unavailable"
        case operationNotImplemented = "operation-not-implemented"
        case mockUnavailable = "mock-unavailable"
        case invalidUpstreamResponse = "invalid-upstream-response"
        case upstreamUnreachable = "upstream-unreachable"
        case overloaded = "overloaded"
        case credentialsUnverifiable = "credentials-unverifiable"
        case nodeTimeout = "node-timeout"
        case upstreamTimeout = "upstream-timeout"
        case insufficientStorage = "insufficient-storage"

        public var status: Int { row.status }
        public var title: String { row.title }
        public var type: String { "urn:specrouter:problem:\(rawValue)" }

        private var row: (status: Int, title: String) {
            switch self {
            case .malformedRequest: (400, "The request is not well-formed HTTP")
            case .invalidRequest: (400, "The request does not meet the description")
            case .unauthorized: (401, "Credentials are required")
            case .forbidden: (403, "The credentials do not allow this operation")
            case .routeNotFound: (404, "No operation has this path")
            case .methodNotAllowed: (405, "The path exists, but not with this method")
            case .notAcceptable: (406, "No declared response fits the Accept header")
            case .requestTimeout: (408, "The request took too long to arrive")
            case .contentTooLarge: (413, "The body is too large")
            case .targetTooLong: (414, "The request target is too long")
            case .unsupportedMediaType: (415, "The body's media type is not declared")
            case .headTooLarge: (431, "The header fields are too large")
            case .nodeFailed: (500, "The operation failed")
            case .invalidResponse: (500, "The operation's answer does not meet the description")
            case .methodUnknown: (501, "No operation of this server has this method")
            case .operationUnavailable: (501, "The operation's description is broken")
            case .operationNotImplemented: (501, "The operation is not implemented")
            case .mockUnavailable: (501, "No example of the answer could be made")
            case .invalidUpstreamResponse: (502, "The upstream's answer does not meet the description")
            case .upstreamUnreachable: (502, "The upstream could not be reached")
            case .overloaded: (503, "The server is at its limit")
            case .credentialsUnverifiable: (503, "The credentials cannot be verified now")
            case .nodeTimeout: (504, "The operation took too long")
            case .upstreamTimeout: (504, "The upstream took too long")
            case .insufficientStorage: (507, "The server cannot store the body's files")
            }
        }
    }
}

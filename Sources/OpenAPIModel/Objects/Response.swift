/// Which status codes a response is for.
public enum ResponseKey: Sendable, Hashable, CustomStringConvertible {
    case status(Int)
    /// The first digit: 4 for `4XX`.
    case range(Int)
    case `default`

    public var description: String {
        switch self {
        case .status(let code): String(code)
        case .range(let digit): "\(digit)XX"
        case .default: "default"
        }
    }
}

public struct Response: Sendable {
    /// OpenAPI 3.2.
    public let summary: String?
    public let description: String
    /// By name, in the order of the document. `Content-Type` is left out, as the specification demands.
    public let headers: [(name: String, header: Header)]
    /// Empty when nothing is said about the body.
    public let content: [MediaTypeContent]
    public let place: Place
}

/// A header of a response. Always in the style `simple`.
public struct Header: Sendable {
    public let isRequired: Bool
    public let explode: Bool
    public let schema: Place?
    public let place: Place
}

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

/// A header of a response.
public struct Header: Sendable {
    public let isRequired: Bool
    public let style: HeaderStyle
    public let value: ParameterValue
    public let place: Place

    public var explode: Bool { style == .simple(explode: true) }

    /// Of the value that the style writes; nil where the value is a document.
    public var schema: Place? {
        if case .schema(let place) = value { place } else { nil }
    }

    /// What it is decoded as.
    package func parameter(named name: String) -> Parameter {
        Parameter(
            name: name, placement: .header(style), isRequired: isRequired, value: value, allowEmptyValue: false,
            place: place)
    }
}

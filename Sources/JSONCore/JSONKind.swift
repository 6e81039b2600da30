/// The type of a JSON value, one bit each, so that a schema's `type` keyword is one AND.
///
/// A number whose value is mathematically integral (`1`, `1.0`, `1e2`) is `.integer`, any other number is `.number`.
public struct JSONKind: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let null = JSONKind(rawValue: 1)
    public static let boolean = JSONKind(rawValue: 2)
    public static let integer = JSONKind(rawValue: 4)
    public static let number = JSONKind(rawValue: 8)
    public static let string = JSONKind(rawValue: 16)
    public static let array = JSONKind(rawValue: 32)
    public static let object = JSONKind(rawValue: 64)

    /// JSON Schema's names of the types in the set, joined by "or": `"integer or null"`.
    public var name: String {
        var names: [String] = []
        for (kind, name) in Self.names where contains(kind) {
            names.append(name)
        }
        return names.joined(separator: " or ")
    }

    /// The first of the names with its article: `"an integer"`.
    package var nameWithArticle: String {
        switch self {
        case .null: "null"
        case .array, .object, .integer: "an \(name)"
        default: "a \(name)"
        }
    }

    private static let names: [(JSONKind, String)] = [
        (.object, "object"), (.array, "array"), (.string, "string"), (.number, "number"), (.integer, "integer"),
        (.boolean, "boolean"), (.null, "null"),
    ]
}

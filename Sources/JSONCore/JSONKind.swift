/// The type of a JSON value, one bit each, so that a schema's `type` keyword is one AND.
///
/// A number whose value is mathematically integral (`1`, `1.0`, `1e2`) is `.integer`, any other number is `.number`.
/// (`@inlinable` here and on the tape: other modules' hot loops walk it, and generic set algebra called across
/// modules is not specialised.)
public struct JSONKind: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable public static var null: JSONKind { JSONKind(rawValue: 1) }
    @inlinable public static var boolean: JSONKind { JSONKind(rawValue: 2) }
    @inlinable public static var integer: JSONKind { JSONKind(rawValue: 4) }
    @inlinable public static var number: JSONKind { JSONKind(rawValue: 8) }
    @inlinable public static var string: JSONKind { JSONKind(rawValue: 16) }
    @inlinable public static var array: JSONKind { JSONKind(rawValue: 32) }
    @inlinable public static var object: JSONKind { JSONKind(rawValue: 64) }

    @inlinable
    public func contains(_ other: JSONKind) -> Bool { rawValue & other.rawValue == other.rawValue }

    @inlinable
    public func isDisjoint(with other: JSONKind) -> Bool { rawValue & other.rawValue == 0 }

    @inlinable
    public static func == (left: JSONKind, right: JSONKind) -> Bool { left.rawValue == right.rawValue }
}

extension JSONKind {
    /// JSON Schema's names of the types in the set, joined by "or": `"integer or null"`.
    public var name: String {
        var names: [String] = []
        for (kind, name) in Self.names where contains(kind) {
            names.append(name)
        }
        return names.joined(separator: " or ")
    }

    /// The names with an article before the first: `"an integer"`.
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

/// Encodes `Encodable` types to a document, so that an answer can be checked and written without being parsed.
///
/// Keys are used as they are, in the order in which they are encoded; a key encoded again replaces the earlier value.
/// `JSON` and `JSONNumber` are taken over without loss. Numbers that are not finite are errors.
package struct TapeEncoder: Sendable {
    /// Encodes a value in a way of its own, or answers nil to have it encoded in the usual way.
    package typealias Special = @Sendable (any Encodable) throws -> JSON?

    private let special: Special?
    private let userInfo: [CodingUserInfoKey: any Sendable]

    /// `special` is asked about every value except the standard library's numbers, strings and Booleans in a container.
    package init(special: Special? = nil, userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.special = special
        self.userInfo = userInfo
    }

    /// Throws an `EncodingError`, or whatever the type's own `encode(to:)` throws.
    package func encode<Value: Encodable>(_ value: Value) throws -> JSON {
        let context = EncodingContext(special: special, userInfo: userInfo)
        var builder = TapeBuilder()
        try context.encode(value, at: .root).build(&builder)
        return builder.finish()
    }
}

/// What all encoders of one document share.
final class EncodingContext {
    let special: TapeEncoder.Special?
    let userInfo: [CodingUserInfoKey: any Sendable]

    init(special: TapeEncoder.Special?, userInfo: [CodingUserInfoKey: any Sendable]) {
        self.special = special
        self.userInfo = userInfo
    }

    /// A type that encodes nothing becomes an empty object.
    func encode<Value: Encodable>(_ value: Value, at path: CodingPath) throws -> EncodedValue {
        if Value.self == JSON.self, let json = value as? JSON { return .json(json) }
        if let json = try special?(value) { return .json(json) }
        let slot = EncodedSlot()
        try value.encode(to: ValueEncoder(slot, at: path, self))
        return slot.value ?? .object(EncodedObject())
    }

    func encodeFinite<Number: BinaryFloatingPoint & CustomStringConvertible>(
        _ number: Number, at path: CodingPath
    ) throws -> EncodedValue {
        guard number.isFinite else {
            let message = "JSON has no number that is not finite."
            throw EncodingError.invalidValue(number, .init(codingPath: path.keys, debugDescription: message))
        }
        return .literal(number.jsonLiteral)
    }
}

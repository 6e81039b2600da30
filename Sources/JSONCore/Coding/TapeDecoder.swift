/// Decodes `Decodable` types from a document that is parsed already.
///
/// Keys are used as they are. Integers must be integral and fit exactly (`1.0` is an integer, `1.5` and 300 as `Int8`
/// are errors); a floating-point type accepts every number that is not too large for it. `JSON` and
/// `JSONNumber` decode without loss. Messages never contain the value.
package struct TapeDecoder: Sendable {
    /// Decodes a type in a way of its own, or answers nil to have it decoded in the usual way.
    package typealias Special = @Sendable (any Decodable.Type, JSON) throws -> (any Sendable)?

    private let special: Special?
    private let userInfo: [CodingUserInfoKey: any Sendable]

    /// `special` is asked about every type except the standard library's numbers, strings and Booleans.
    package init(special: Special? = nil, userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.special = special
        self.userInfo = userInfo
    }

    /// Throws a `DecodingError`, or whatever the type's own `init(from:)` throws.
    package func decode<Value: Decodable>(_ type: Value.Type, from json: JSON) throws -> Value {
        let context = DecodingContext(special: special, userInfo: userInfo)
        return try ValueDecoder(json, at: .root, context).decode(type)
    }
}

/// What all decoders of one document share.
final class DecodingContext {
    let special: TapeDecoder.Special?
    let userInfo: [CodingUserInfoKey: any Sendable]

    init(special: TapeDecoder.Special?, userInfo: [CodingUserInfoKey: any Sendable]) {
        self.special = special
        self.userInfo = userInfo
    }
}

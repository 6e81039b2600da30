/// Decodes `Decodable` types from a document that is parsed already.
///
/// Keys are used as they are. Integers must be integral and fit exactly (`1.0` is an integer, `1.5` and 300 as `Int8`
/// are errors); a floating-point type accepts every number that is not too large for it. `JSON` and
/// `JSONNumber` decode without loss. Messages never contain the value. Coding paths hold names and positions, not
/// the keys of the types that were decoded.
package struct TapeDecoder: Sendable {
    /// Types that are decoded in a way of their own.
    package struct Special: Sendable {
        package typealias Decode = @Sendable (any Decodable.Type, JSON) throws(Refusal) -> (any Sendable)?

        let types: [ObjectIdentifier]
        let decode: Decode

        /// `decode` is asked about `types` only; nil has the type decode itself.
        package init(_ types: [any (Decodable & Sendable).Type], decode: @escaping Decode) {
            self.types = types.map { ObjectIdentifier($0) }
            self.decode = decode
        }
    }

    /// The value is not one of the special type's; becomes a `DecodingError` with the value's coding path.
    package struct Refusal: Error {
        let message: String

        /// A sentence that does not contain the value.
        package init(_ message: String) { self.message = message }
    }

    private let special: Special?
    private let userInfo: [CodingUserInfoKey: any Sendable]
    private let containerTypes = KeyedContainerTypes()

    package init(special: Special? = nil, userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.special = special
        self.userInfo = userInfo
    }

    /// Throws a `DecodingError`, or whatever the type's own `init(from:)` throws.
    package func decode<Value: Decodable>(_ type: Value.Type, from json: JSON) throws -> Value {
        let document = DecodedDocument(
            json, special: special, userInfo: userInfo, containerTypes: containerTypes)
        return try document.value(type, at: json.index)
    }
}

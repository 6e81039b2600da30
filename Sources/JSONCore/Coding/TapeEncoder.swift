/// Encodes `Encodable` types to a document, so that an answer can be checked and written without being parsed.
///
/// Keys are used as they are, in the order in which they are encoded; a key encoded again replaces the earlier value.
/// `JSON` and `JSONNumber` are taken over without loss. Numbers that are not finite are errors.
package struct TapeEncoder: Sendable {
    /// Types in whose place another value is encoded.
    package struct Special: Sendable {
        package typealias Encode = @Sendable (any Encodable) throws -> any Encodable

        let types: [ObjectIdentifier]
        let encode: Encode

        /// `encode` is asked about `types` only. What it answers must not be of one of them.
        package init(_ types: [any (Encodable & Sendable).Type], encode: @escaping Encode) {
            self.types = types.map { ObjectIdentifier($0) }
            self.encode = encode
        }
    }

    private let special: Special?
    private let userInfo: [CodingUserInfoKey: any Sendable]

    package init(special: Special? = nil, userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.special = special
        self.userInfo = userInfo
    }

    /// The value as a document, and the same as compact text in UTF-8.
    ///
    /// Throws an `EncodingError`, or whatever the type's own `encode(to:)` throws.
    package func encode<Value: Encodable>(_ value: Value) throws -> (json: JSON, text: [UInt8]) {
        let document = EncodedDocument(special: special, userInfo: userInfo)
        try document.encode(value, at: 0)
        return document.finish()
    }
}

/// The encoder of one value; also its single-value container.
struct ValueEncoder: Encoder {
    private let document: EncodedDocument
    private let place: Int

    init(_ document: EncodedDocument, _ place: Int) {
        self.document = document
        self.place = place
    }

    var codingPath: [any CodingKey] { document.path(to: place) }
    var userInfo: [CodingUserInfoKey: Any] { document.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(KeyedEncodedContainer<Key>(document, document.container(.object, at: place)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedEncodedContainer(document, document.container(.array, at: place))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension ValueEncoder: SingleValueEncodingContainer {
    private func reached() -> EncodedDocument {
        document.reach(place)
        return document
    }

    func encodeNil() { reached().writeNull() }
    func encode(_ value: Bool) { reached().write(value) }
    func encode(_ value: String) { reached().write(value) }
    func encode(_ value: Double) throws {
        try document.checkFinite(value, at: codingPath)
        reached().write(value)
    }
    func encode(_ value: Float) throws {
        try document.checkFinite(value, at: codingPath)
        reached().write(value)
    }
    func encode(_ value: Int) { reached().write(value) }
    func encode(_ value: Int8) { reached().write(value) }
    func encode(_ value: Int16) { reached().write(value) }
    func encode(_ value: Int32) { reached().write(value) }
    func encode(_ value: Int64) { reached().write(value) }
    func encode(_ value: UInt) { reached().write(value) }
    func encode(_ value: UInt8) { reached().write(value) }
    func encode(_ value: UInt16) { reached().write(value) }
    func encode(_ value: UInt32) { reached().write(value) }
    func encode(_ value: UInt64) { reached().write(value) }
    func encode<Value: Encodable>(_ value: Value) throws { try document.encode(value, at: place) }
}

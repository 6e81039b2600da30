struct KeyedEncodedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let document: EncodedDocument
    private let object: Int

    init(_ document: EncodedDocument, _ object: Int) {
        self.document = document
        self.object = object
    }

    var codingPath: [any CodingKey] { document.path(to: object) }

    /// The document, which awaits the value of `key`.
    private func member(_ key: Key) -> EncodedDocument {
        document.key(key.stringValue, in: object)
        return document
    }

    func encodeNil(forKey key: Key) { member(key).writeNull() }
    func encode(_ value: Bool, forKey key: Key) { member(key).write(value) }
    func encode(_ value: String, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int8, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int16, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int32, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Int64, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt8, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt16, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt32, forKey key: Key) { member(key).write(value) }
    func encode(_ value: UInt64, forKey key: Key) { member(key).write(value) }
    func encode(_ value: Double, forKey key: Key) throws {
        try document.checkFinite(value, at: codingPath + [key])
        member(key).write(value)
    }
    func encode(_ value: Float, forKey key: Key) throws {
        try document.checkFinite(value, at: codingPath + [key])
        member(key).write(value)
    }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try document.encode(value, key: key.stringValue, in: object)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        let nested = document.nestedContainer(.object, at: document.key(key, in: object))
        return KeyedEncodingContainer(KeyedEncodedContainer<NestedKey>(document, nested))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        UnkeyedEncodedContainer(document, document.nestedContainer(.array, at: document.key(key, in: object)))
    }

    func superEncoder() -> any Encoder { ValueEncoder(document, document.key(PathKey.superclass, in: object)) }

    func superEncoder(forKey key: Key) -> any Encoder { ValueEncoder(document, document.key(key, in: object)) }
}

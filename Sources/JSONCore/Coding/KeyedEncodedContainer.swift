struct KeyedEncodedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let object: EncodedObject
    private let node: CodingPath.Node?
    private let context: EncodingContext

    init(_ object: EncodedObject, at path: CodingPath, _ context: EncodingContext) {
        self.object = object
        node = path.node
        self.context = context
    }

    var codingPath: [any CodingKey] { CodingPath.keys(of: node) }

    private func set(_ value: EncodedValue, _ key: any CodingKey) { object.set(key.stringValue, value) }

    func encodeNil(forKey key: Key) { set(.null, key) }
    func encode(_ value: Bool, forKey key: Key) { set(.bool(value), key) }
    func encode(_ value: String, forKey key: Key) { set(.string(value), key) }
    func encode(_ value: Int, forKey key: Key) { set(.int(Int64(value)), key) }
    func encode(_ value: Int8, forKey key: Key) { set(.int(Int64(value)), key) }
    func encode(_ value: Int16, forKey key: Key) { set(.int(Int64(value)), key) }
    func encode(_ value: Int32, forKey key: Key) { set(.int(Int64(value)), key) }
    func encode(_ value: Int64, forKey key: Key) { set(.int(value), key) }
    func encode(_ value: UInt, forKey key: Key) { set(.uint(UInt64(value)), key) }
    func encode(_ value: UInt8, forKey key: Key) { set(.uint(UInt64(value)), key) }
    func encode(_ value: UInt16, forKey key: Key) { set(.uint(UInt64(value)), key) }
    func encode(_ value: UInt32, forKey key: Key) { set(.uint(UInt64(value)), key) }
    func encode(_ value: UInt64, forKey key: Key) { set(.uint(value), key) }
    func encode(_ value: Double, forKey key: Key) throws { set(try context.encodeFinite(value, at: path(key)), key) }
    func encode(_ value: Float, forKey key: Key) throws { set(try context.encodeFinite(value, at: path(key)), key) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        set(try context.encode(value, at: path(key)), key)
    }

    /// Asked again for the same key, answers the same object.
    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        let nested = if case .object(let existing) = object.value(key.stringValue) { existing } else { EncodedObject() }
        set(.object(nested), key)
        return KeyedEncodingContainer(KeyedEncodedContainer<NestedKey>(nested, at: path(key), context))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        let nested = if case .array(let existing) = object.value(key.stringValue) { existing } else { EncodedArray() }
        set(.array(nested), key)
        return UnkeyedEncodedContainer(nested, at: path(key), context)
    }

    func superEncoder() -> any Encoder { encoder(PathKey.superclass) }

    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

    private func encoder(_ key: any CodingKey) -> any Encoder {
        let slot = EncodedSlot()
        set(.slot(slot), key)
        return ValueEncoder(slot, at: path(key), context)
    }

    private func path(_ key: any CodingKey) -> CodingPath { CodingPath(.key(key), in: node) }
}

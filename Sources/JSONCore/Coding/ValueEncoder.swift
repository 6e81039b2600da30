/// The encoder of one value; also its single-value container.
struct ValueEncoder: Encoder {
    private let slot: EncodedSlot
    private let path: CodingPath
    private let context: EncodingContext

    init(_ slot: EncodedSlot, at path: CodingPath, _ context: EncodingContext) {
        self.slot = slot
        self.path = path
        self.context = context
    }

    var codingPath: [any CodingKey] { path.keys }
    var userInfo: [CodingUserInfoKey: Any] { context.userInfo }

    /// Asked again (as a subclass and its superclass do), answers the same object.
    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        let object = if case .object(let existing) = slot.value { existing } else { EncodedObject() }
        slot.value = .object(object)
        return KeyedEncodingContainer(KeyedEncodedContainer<Key>(object, at: path, context))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        let array = if case .array(let existing) = slot.value { existing } else { EncodedArray() }
        slot.value = .array(array)
        return UnkeyedEncodedContainer(array, at: path, context)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension ValueEncoder: SingleValueEncodingContainer {
    func encodeNil() { slot.value = .null }
    func encode(_ value: Bool) { slot.value = .bool(value) }
    func encode(_ value: String) { slot.value = .string(value) }
    func encode(_ value: Double) throws { slot.value = try context.encodeFinite(value, at: path) }
    func encode(_ value: Float) throws { slot.value = try context.encodeFinite(value, at: path) }
    func encode(_ value: Int) { slot.value = .int(Int64(value)) }
    func encode(_ value: Int8) { slot.value = .int(Int64(value)) }
    func encode(_ value: Int16) { slot.value = .int(Int64(value)) }
    func encode(_ value: Int32) { slot.value = .int(Int64(value)) }
    func encode(_ value: Int64) { slot.value = .int(value) }
    func encode(_ value: UInt) { slot.value = .uint(UInt64(value)) }
    func encode(_ value: UInt8) { slot.value = .uint(UInt64(value)) }
    func encode(_ value: UInt16) { slot.value = .uint(UInt64(value)) }
    func encode(_ value: UInt32) { slot.value = .uint(UInt64(value)) }
    func encode(_ value: UInt64) { slot.value = .uint(value) }
    func encode<Value: Encodable>(_ value: Value) throws { slot.value = try context.encode(value, at: path) }
}

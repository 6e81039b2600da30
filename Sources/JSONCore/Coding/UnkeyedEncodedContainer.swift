struct UnkeyedEncodedContainer: UnkeyedEncodingContainer {
    private let array: EncodedArray
    private let node: CodingPath.Node?
    private let context: EncodingContext

    init(_ array: EncodedArray, at path: CodingPath, _ context: EncodingContext) {
        self.array = array
        node = path.node
        self.context = context
    }

    var codingPath: [any CodingKey] { CodingPath.keys(of: node) }
    var count: Int { array.values.count }

    private func append(_ value: EncodedValue) { array.values.append(value) }

    private var nextPath: CodingPath { CodingPath(.index(count), in: node) }

    func encodeNil() { append(.null) }
    func encode(_ value: Bool) { append(.bool(value)) }
    func encode(_ value: String) { append(.string(value)) }
    func encode(_ value: Double) throws { append(try context.encodeFinite(value, at: nextPath)) }
    func encode(_ value: Float) throws { append(try context.encodeFinite(value, at: nextPath)) }
    func encode(_ value: Int) { append(.int(Int64(value))) }
    func encode(_ value: Int8) { append(.int(Int64(value))) }
    func encode(_ value: Int16) { append(.int(Int64(value))) }
    func encode(_ value: Int32) { append(.int(Int64(value))) }
    func encode(_ value: Int64) { append(.int(value)) }
    func encode(_ value: UInt) { append(.uint(UInt64(value))) }
    func encode(_ value: UInt8) { append(.uint(UInt64(value))) }
    func encode(_ value: UInt16) { append(.uint(UInt64(value))) }
    func encode(_ value: UInt32) { append(.uint(UInt64(value))) }
    func encode(_ value: UInt64) { append(.uint(value)) }
    func encode<Value: Encodable>(_ value: Value) throws { append(try context.encode(value, at: nextPath)) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        let (object, path) = (EncodedObject(), nextPath)
        append(.object(object))
        return KeyedEncodingContainer(KeyedEncodedContainer<NestedKey>(object, at: path, context))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let (nested, path) = (EncodedArray(), nextPath)
        append(.array(nested))
        return UnkeyedEncodedContainer(nested, at: path, context)
    }

    func superEncoder() -> any Encoder {
        let (slot, path) = (EncodedSlot(), nextPath)
        append(.slot(slot))
        return ValueEncoder(slot, at: path, context)
    }
}

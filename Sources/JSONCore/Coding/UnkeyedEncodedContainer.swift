struct UnkeyedEncodedContainer: UnkeyedEncodingContainer {
    private let document: EncodedDocument
    private let array: Int

    init(_ document: EncodedDocument, _ array: Int) {
        self.document = document
        self.array = array
    }

    var codingPath: [any CodingKey] { document.path(to: array) }
    var count: Int { document.childCount(array) }

    private var nextPath: [any CodingKey] { codingPath + [PathKey(count)] }

    /// The document, which awaits the next element.
    private func next() -> EncodedDocument {
        _ = document.element(of: array)
        return document
    }

    func encodeNil() { next().writeNull() }
    func encode(_ value: Bool) { next().write(value) }
    func encode(_ value: String) { next().write(value) }
    func encode(_ value: Double) throws {
        try document.checkFinite(value, at: nextPath)
        next().write(value)
    }
    func encode(_ value: Float) throws {
        try document.checkFinite(value, at: nextPath)
        next().write(value)
    }
    func encode(_ value: Int) { next().write(value) }
    func encode(_ value: Int8) { next().write(value) }
    func encode(_ value: Int16) { next().write(value) }
    func encode(_ value: Int32) { next().write(value) }
    func encode(_ value: Int64) { next().write(value) }
    func encode(_ value: UInt) { next().write(value) }
    func encode(_ value: UInt8) { next().write(value) }
    func encode(_ value: UInt16) { next().write(value) }
    func encode(_ value: UInt32) { next().write(value) }
    func encode(_ value: UInt64) { next().write(value) }
    func encode<Value: Encodable>(_ value: Value) throws { try document.encode(value, in: array) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        let nested = document.container(.object, at: document.element(of: array))
        return KeyedEncodingContainer(KeyedEncodedContainer<NestedKey>(document, nested))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedEncodedContainer(document, document.container(.array, at: document.element(of: array)))
    }

    func superEncoder() -> any Encoder { ValueEncoder(document, document.element(of: array)) }
}

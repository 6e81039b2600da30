/// The decoder of one value; also its single-value container.
struct ValueDecoder: Decoder {
    private let document: DecodedDocument
    private let index: Int

    init(_ document: DecodedDocument, _ index: Int) {
        self.document = document
        self.index = index
    }

    var json: JSON { JSON(tape: document.tape, index: index) }
    var codingPath: [any CodingKey] { document.path(to: index) }
    var userInfo: [CodingUserInfoKey: Any] { document.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try document.object(keyedBy: type, at: index)
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try document.array(at: index) }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension DecodedDocument {
    func object<Key: CodingKey>(keyedBy type: Key.Type, at index: Int) throws -> KeyedDecodingContainer<Key> {
        guard tape.entry(index).kind == .object else {
            throw mismatch([String: JSON].self, expected: "An object", at: index)
        }
        return containerType(keyedBy: type).container(self, index)
    }

    func array(at index: Int) throws -> UnkeyedTapeContainer {
        guard tape.entry(index).kind == .array else { throw mismatch([JSON].self, expected: "An array", at: index) }
        return UnkeyedTapeContainer(self, index)
    }
}

extension ValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { document.isNull(index) }
    func decode(_ type: Bool.Type) throws -> Bool { try document.boolean(at: index) }
    func decode(_ type: String.Type) throws -> String { try document.text(at: index) }
    func decode(_ type: Double.Type) throws -> Double { try document.floatingPoint(at: index) }
    func decode(_ type: Float.Type) throws -> Float { try document.floatingPoint(at: index) }
    func decode(_ type: Int.Type) throws -> Int { try document.integer(at: index) }
    func decode(_ type: Int8.Type) throws -> Int8 { try document.integer(at: index) }
    func decode(_ type: Int16.Type) throws -> Int16 { try document.integer(at: index) }
    func decode(_ type: Int32.Type) throws -> Int32 { try document.integer(at: index) }
    func decode(_ type: Int64.Type) throws -> Int64 { try document.integer(at: index) }
    func decode(_ type: UInt.Type) throws -> UInt { try document.integer(at: index) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try document.integer(at: index) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try document.integer(at: index) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try document.integer(at: index) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try document.integer(at: index) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try document.value(type, at: index) }
}

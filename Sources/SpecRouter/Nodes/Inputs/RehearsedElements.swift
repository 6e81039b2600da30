/// The elements of an array in a rehearsal: one, and more for who asks for more.
struct RehearsedElements: UnkeyedDecodingContainer {
    private let array: RehearsedValue
    private(set) var currentIndex = 0

    init(_ array: RehearsedValue) { self.array = array }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { array.isDeep ? 0 : 1 }
    var isAtEnd: Bool { currentIndex >= 1 || array.isDeep }

    private mutating func next() -> RehearsedValue {
        defer { currentIndex += 1 }
        let sent = array.rehearsal.reader.element(currentIndex, of: array.sent)
        return array.part(sent, .element(currentIndex))
    }

    mutating func decodeNil() -> Bool {
        let isNull = next().isNull
        if !isNull { currentIndex -= 1 }
        return isNull
    }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try next().boolean() }
    mutating func decode(_ type: String.Type) throws -> String { try next().string() }
    mutating func decode(_ type: Double.Type) throws -> Double { try next().floatingPoint() }
    mutating func decode(_ type: Float.Type) throws -> Float { try next().floatingPoint() }
    mutating func decode(_ type: Int.Type) throws -> Int { try next().integer() }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try next().integer() }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try next().integer() }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try next().integer() }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().integer() }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try next().integer() }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next().integer() }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next().integer() }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next().integer() }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next().integer() }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().value(type) }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }

    mutating func superDecoder() -> any Decoder { next() }
}

struct UnkeyedTapeContainer: UnkeyedDecodingContainer {
    private let decoder: ValueDecoder
    private var rest: JSON.Elements
    private var next: JSON?
    private(set) var currentIndex = 0

    init(_ decoder: ValueDecoder) {
        self.decoder = decoder
        rest = decoder.json.elements
        next = rest.next()
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { decoder.json.count }
    var isAtEnd: Bool { next == nil }

    /// The next element is passed only when it could be read.
    private mutating func read<Value>(_ body: (ValueDecoder) throws -> Value) throws -> Value {
        let path = CodingPath.index(currentIndex, in: decoder.path)
        guard let next else {
            let context = DecodingError.Context(
                codingPath: path.keys, debugDescription: "The array has no more elements.")
            throw DecodingError.valueNotFound(Value.self, context)
        }
        let value = try body(ValueDecoder(next, at: path, decoder.context))
        advance()
        return value
    }

    private mutating func advance() {
        next = rest.next()
        currentIndex += 1
    }

    mutating func decodeNil() throws -> Bool {
        guard next?.isNull == true else { return false }
        advance()
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try read { try $0.boolean() } }
    mutating func decode(_ type: String.Type) throws -> String { try read { try $0.text() } }
    mutating func decode(_ type: Double.Type) throws -> Double { try read { try $0.floatingPoint() } }
    mutating func decode(_ type: Float.Type) throws -> Float { try read { try $0.floatingPoint() } }
    mutating func decode(_ type: Int.Type) throws -> Int { try read { try $0.integer() } }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try read { try $0.integer() } }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try read { try $0.integer() } }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try read { try $0.integer() } }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try read { try $0.integer() } }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try read { try $0.integer() } }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try read { try $0.integer() } }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try read { try $0.integer() } }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try read { try $0.integer() } }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try read { try $0.integer() } }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try read { try $0.value(type) } }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try read { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try read { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try read { $0 } }
}

struct UnkeyedTapeContainer: UnkeyedDecodingContainer {
    private let node: CodingPath.Node?
    private let context: DecodingContext
    private var rest: JSON.Elements
    private var next: JSON?
    let count: Int?
    private(set) var currentIndex = 0

    init(_ decoder: ValueDecoder) {
        node = decoder.path.node
        context = decoder.context
        count = decoder.json.count
        rest = decoder.json.elements
        next = rest.next()
    }

    var codingPath: [any CodingKey] { CodingPath.keys(of: node) }
    var isAtEnd: Bool { next == nil }

    private var path: CodingPath { CodingPath(.index(currentIndex), in: node) }

    /// The next element is passed only when it could be read.
    private mutating func read<Value>(_ body: (JSON, UnkeyedTapeContainer) throws -> Value) throws -> Value {
        guard let next else {
            let context = DecodingError.Context(
                codingPath: path.keys, debugDescription: "The array has no more elements.")
            throw DecodingError.valueNotFound(Value.self, context)
        }
        let value = try body(next, self)
        advance()
        return value
    }

    private mutating func readNested<Value>(_ body: (ValueDecoder) throws -> Value) throws -> Value {
        try read { json, container in try body(ValueDecoder(json, at: container.path, container.context)) }
    }

    private mutating func integer<Integer: FixedWidthInteger>() throws -> Integer {
        try read { json, container in try TapeScalar.integer(json, at: container.path) }
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

    mutating func decode(_ type: Bool.Type) throws -> Bool {
        try read { try TapeScalar.boolean($0, at: $1.path) }
    }
    mutating func decode(_ type: String.Type) throws -> String {
        try read { try TapeScalar.text($0, at: $1.path) }
    }
    mutating func decode(_ type: Double.Type) throws -> Double {
        try read { try TapeScalar.floatingPoint($0, at: $1.path) }
    }
    mutating func decode(_ type: Float.Type) throws -> Float {
        try read { try TapeScalar.floatingPoint($0, at: $1.path) }
    }
    mutating func decode(_ type: Int.Type) throws -> Int { try integer() }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try readNested { try $0.value(type) } }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try readNested { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try readNested { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try readNested { $0 } }
}

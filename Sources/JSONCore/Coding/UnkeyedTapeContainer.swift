/// As small as an existential holds without an allocation; the tape's indexes are 32 bits wide by its format.
struct UnkeyedTapeContainer: UnkeyedDecodingContainer {
    private let document: DecodedDocument
    private let array: UInt32
    private let end: UInt32
    private var next: UInt32
    private var position: UInt32 = 0

    /// What stands at `array` must be one.
    init(_ document: DecodedDocument, _ array: Int) {
        self.document = document
        self.array = UInt32(truncatingIfNeeded: array)
        end = UInt32(truncatingIfNeeded: document.tape.entry(array).end)
        next = self.array &+ 1
    }

    var codingPath: [any CodingKey] { document.path(to: Int(array)) }
    var count: Int? { document.tape.entry(Int(array)).count }
    var currentIndex: Int { Int(position) }
    var isAtEnd: Bool { next >= end }

    private func index(_ type: any Any.Type) throws -> Int {
        guard isAtEnd else { return Int(next) }
        let context = DecodingError.Context(
            codingPath: codingPath + [PathKey(currentIndex)], debugDescription: "The array has no more elements.")
        throw DecodingError.valueNotFound(type, context)
    }

    /// The next element is passed only when it could be read.
    private mutating func advance<Value>(after value: Value) -> Value {
        next = UInt32(truncatingIfNeeded: document.tape.next(after: Int(next)))
        position &+= 1
        return value
    }

    private mutating func integer<Integer: FixedWidthInteger>() throws -> Integer {
        advance(after: try document.integer(at: index(Integer.self)))
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, document.isNull(Int(next)) else { return false }
        return advance(after: true)
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { advance(after: try document.boolean(at: index(type))) }
    mutating func decode(_ type: String.Type) throws -> String { advance(after: try document.text(at: index(type))) }
    mutating func decode(_ type: Double.Type) throws -> Double {
        advance(after: try document.floatingPoint(at: index(type)))
    }
    mutating func decode(_ type: Float.Type) throws -> Float {
        advance(after: try document.floatingPoint(at: index(type)))
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
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        advance(after: try document.value(type, at: index(type)))
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        advance(after: try document.object(keyedBy: type, at: index(JSON.self)))
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        advance(after: try document.array(at: index(JSON.self)))
    }

    mutating func superDecoder() throws -> any Decoder {
        advance(after: ValueDecoder(document, try index(JSON.self)))
    }
}

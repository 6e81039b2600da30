/// The decoder of one value; also its single-value container.
struct ValueDecoder: Decoder {
    let json: JSON
    let path: CodingPath
    let context: DecodingContext

    init(_ json: JSON, at path: CodingPath, _ context: DecodingContext) {
        self.json = json
        self.path = path
        self.context = context
    }

    var codingPath: [any CodingKey] { path.keys }
    var userInfo: [CodingUserInfoKey: Any] { context.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard json.kind == .object else { throw mismatch([String: JSON].self, expected: "An object") }
        return KeyedDecodingContainer(KeyedTapeContainer<Key>(self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard json.kind == .array else { throw mismatch([JSON].self, expected: "An array") }
        return UnkeyedTapeContainer(self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension ValueDecoder {
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == JSON.self, let json = json as? Value { return json }
        guard let special = try context.special?(type, json) else { return try type.init(from: self) }
        guard let value = special as? Value else { throw corrupted("The special decoding answered another type.") }
        return value
    }

    func boolean() throws -> Bool {
        guard let bool = json.bool else { throw mismatch(Bool.self, expected: "A boolean") }
        return bool
    }

    func text() throws -> String {
        guard let string = json.string else { throw mismatch(String.self, expected: "A string") }
        return string
    }

    func integer<Integer: FixedWidthInteger>(_ type: Integer.Type = Integer.self) throws -> Integer {
        guard json.entry.isNumber else { throw mismatch(type, expected: "An integer") }
        guard json.kind == .integer else { throw corrupted("An integer was expected, not a fraction.") }
        let exact =
            json.number.flatMap { number in
                number.int64.flatMap { Integer(exactly: $0) } ?? number.uint64.flatMap { Integer(exactly: $0) }
            }
        guard let exact else { throw corrupted("The integer must be from \(Integer.min) to \(Integer.max).") }
        return exact
    }

    func floatingPoint<Number: BinaryFloatingPoint>(_ type: Number.Type = Number.self) throws -> Number {
        guard let double = json.double else { throw mismatch(type, expected: "A number") }
        let number = Number(double)
        guard number.isFinite else { throw corrupted("The number is too large for \(type).") }
        return number
    }

    func mismatch(_ type: any Any.Type, expected: String) -> DecodingError {
        let message = "\(expected) was expected, not \(json.kind.nameWithArticle)."
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: message)
        return json.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    private func corrupted(_ message: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: message))
    }
}

extension ValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { json.isNull }
    func decode(_ type: Bool.Type) throws -> Bool { try boolean() }
    func decode(_ type: String.Type) throws -> String { try text() }
    func decode(_ type: Double.Type) throws -> Double { try floatingPoint() }
    func decode(_ type: Float.Type) throws -> Float { try floatingPoint() }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }
}

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
        guard json.kind == .object else {
            throw TapeScalar.mismatch(json, [String: JSON].self, expected: "An object", at: path)
        }
        return KeyedDecodingContainer(KeyedTapeContainer<Key>(self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard json.kind == .array else {
            throw TapeScalar.mismatch(json, [JSON].self, expected: "An array", at: path)
        }
        return UnkeyedTapeContainer(self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    /// By the hook, if it wants the type, else by the type itself.
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == JSON.self, let json = json as? Value { return json }
        guard let special = try context.special?(type, json) else { return try type.init(from: self) }
        guard let value = special as? Value else {
            throw TapeScalar.corrupted("The special decoding of \(type) answered another type.", at: path)
        }
        return value
    }
}

extension ValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { json.isNull }
    func decode(_ type: Bool.Type) throws -> Bool { try TapeScalar.boolean(json, at: path) }
    func decode(_ type: String.Type) throws -> String { try TapeScalar.text(json, at: path) }
    func decode(_ type: Double.Type) throws -> Double { try TapeScalar.floatingPoint(json, at: path) }
    func decode(_ type: Float.Type) throws -> Float { try TapeScalar.floatingPoint(json, at: path) }
    func decode(_ type: Int.Type) throws -> Int { try TapeScalar.integer(json, at: path) }
    func decode(_ type: Int8.Type) throws -> Int8 { try TapeScalar.integer(json, at: path) }
    func decode(_ type: Int16.Type) throws -> Int16 { try TapeScalar.integer(json, at: path) }
    func decode(_ type: Int32.Type) throws -> Int32 { try TapeScalar.integer(json, at: path) }
    func decode(_ type: Int64.Type) throws -> Int64 { try TapeScalar.integer(json, at: path) }
    func decode(_ type: UInt.Type) throws -> UInt { try TapeScalar.integer(json, at: path) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try TapeScalar.integer(json, at: path) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try TapeScalar.integer(json, at: path) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try TapeScalar.integer(json, at: path) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try TapeScalar.integer(json, at: path) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }
}

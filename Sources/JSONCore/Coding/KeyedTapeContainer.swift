struct KeyedTapeContainer<Key: CodingKey>: TapeContainer {
    let document: DecodedDocument
    let object: Int

    /// What stands at `object` must be one.
    init(_ document: DecodedDocument, _ object: Int) {
        self.document = document
        self.object = object
    }

    var codingPath: [any CodingKey] { document.path(to: object) }

    var allKeys: [Key] { document.keys(of: object).compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { document.member(key.stringValue, of: object) != nil }

    private func index(_ key: Key) throws -> Int {
        guard let index = document.member(key.stringValue, of: object) else { throw missing(key) }
        return index
    }

    @inline(never)
    private func missing(_ key: Key) -> DecodingError {
        let message = "The member \"\(key.stringValue)\" is missing."
        return .keyNotFound(key, .init(codingPath: codingPath, debugDescription: message))
    }

    func decodeNil(forKey key: Key) throws -> Bool { document.isNull(try index(key)) }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try document.boolean(at: index(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try document.text(at: index(key)) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try document.floatingPoint(at: index(key)) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try document.floatingPoint(at: index(key)) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try document.integer(at: index(key)) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try document.integer(at: index(key)) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try document.integer(at: index(key)) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try document.integer(at: index(key)) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try document.integer(at: index(key)) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try document.integer(at: index(key)) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try document.integer(at: index(key)) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try document.integer(at: index(key)) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try document.integer(at: index(key)) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try document.integer(at: index(key)) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try document.value(type, ofMemberAt: index(key), of: object)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try document.object(keyedBy: type, at: index(key))
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try document.array(at: index(key))
    }

    func superDecoder() -> any Decoder { decoderOrNull(PathKey.superclass) }

    func superDecoder(forKey key: Key) -> any Decoder { decoderOrNull(key) }

    private func decoderOrNull(_ key: any CodingKey) -> any Decoder {
        document.member(key.stringValue, of: object).map { ValueDecoder(document, $0) }
            ?? document.absent(key, in: object)
    }
}

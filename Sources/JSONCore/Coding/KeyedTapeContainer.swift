struct KeyedTapeContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let decoder: ValueDecoder
    private let members: Members

    /// A class because reading remembers where the next member probably stands.
    private final class Members {
        let keys: MemberKeys
        private var guess = 0

        init(_ keys: MemberKeys) { self.keys = keys }

        func value(_ key: String) -> JSON? {
            var key = key
            guard let position = key.withUTF8Span({ keys.position(of: $0, near: guess) }) else { return nil }
            guess = position + 1
            return JSON(tape: keys.tape, index: keys.keys[position] + 1)
        }
    }

    init(_ decoder: ValueDecoder) {
        self.decoder = decoder
        members = Members(MemberKeys(decoder.json.tape, decoder.json.index))
    }

    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] {
        members.keys.keys.compactMap { index in
            members.keys.tape.withText(at: index) { Key(stringValue: String(utf8: $0)) }
        }
    }

    func contains(_ key: Key) -> Bool { members.value(key.stringValue) != nil }

    private func member(_ key: Key) throws -> ValueDecoder {
        guard let value = members.value(key.stringValue) else {
            let message = "The member \"\(key.stringValue)\" is missing."
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: message))
        }
        return ValueDecoder(value, at: .key(key, in: decoder.path), decoder.context)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).boolean() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try member(key).text() }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try member(key).floatingPoint() }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try member(key).floatingPoint() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try member(key).integer() }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try member(key).integer() }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try member(key).integer() }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try member(key).integer() }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try member(key).integer() }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try member(key).integer() }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try member(key).integer() }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try member(key).integer() }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try member(key).integer() }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try member(key).integer() }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try member(key).value(type)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try member(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoderOrNull(PathKey.superclass) }

    func superDecoder(forKey key: Key) throws -> any Decoder { decoderOrNull(key) }

    private func decoderOrNull(_ key: any CodingKey) -> any Decoder {
        let value = members.value(key.stringValue) ?? JSON.placeholder
        return ValueDecoder(value, at: .key(key, in: decoder.path), decoder.context)
    }
}

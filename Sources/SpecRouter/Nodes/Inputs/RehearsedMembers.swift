/// The members of an object in a rehearsal: all that are asked for are there, but for the one that the twist takes away.
struct RehearsedMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let object: RehearsedValue

    init(_ object: RehearsedValue) { self.object = object }

    var codingPath: [any CodingKey] { [] }

    /// One that is described, else one of any name, as dictionaries have.
    var allKeys: [Key] {
        guard !object.isDeep else { return [] }
        let names = object.rehearsal.reader.names(of: object.sent) + ["key"]
        let key = names.lazy.compactMap { Key(stringValue: $0) }.first
        return key.map { contains($0) ? [$0] : [] } ?? []
    }

    func contains(_ key: Key) -> Bool {
        let member = look(up: key).value
        if case .absent = object.rehearsal.change(of: member.path) { return false }
        return !member.isDeep
    }

    private func look(up key: Key) -> (value: RehearsedValue, presence: SentValue.Presence) {
        let (value, presence) = object.rehearsal.reader.member(key.stringValue, of: object.sent)
        return (object.part(value, .member(key.stringValue)), presence)
    }

    private func member(_ key: Key) throws -> RehearsedValue {
        let (value, presence) = look(up: key)
        try object.rehearsal.note(.presence(presence), of: value)
        if case .absent = object.rehearsal.change(of: value.path) {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: [], debugDescription: "The member is missing."))
        }
        return value
    }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key).isNull }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).boolean() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try member(key).string() }
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

    func superDecoder() -> any Decoder { object.part(.unknown, .member("super")) }

    /// Of a member that is missing, null.
    func superDecoder(forKey key: Key) -> any Decoder { look(up: key).value }
}

/// Holds one reference, because it is copied for every member that is read.
struct KeyedTapeContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let object: DecodedObject

    init(_ decoder: ValueDecoder) {
        object = DecodedObject(decoder)
    }

    var codingPath: [any CodingKey] { CodingPath.keys(of: object.node) }

    var allKeys: [Key] { object.allKeys.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { object.value(key.stringValue) != nil }

    private func value(_ key: Key) throws -> JSON {
        guard let value = object.value(key.stringValue) else {
            let message = "The member \"\(key.stringValue)\" is missing."
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: message))
        }
        return value
    }

    private func path(_ key: any CodingKey) -> CodingPath { CodingPath(.key(key), in: object.node) }

    private func member(_ key: Key) throws -> ValueDecoder {
        ValueDecoder(try value(key), at: path(key), object.context)
    }

    private func integer<Integer: FixedWidthInteger>(_ key: Key) throws -> Integer {
        try TapeScalar.integer(value(key), at: path(key))
    }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try TapeScalar.boolean(value(key), at: path(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try TapeScalar.text(value(key), at: path(key))
    }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        try TapeScalar.floatingPoint(value(key), at: path(key))
    }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
        try TapeScalar.floatingPoint(value(key), at: path(key))
    }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try integer(key) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try integer(key) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try integer(key) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try integer(key) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try integer(key) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try integer(key) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try integer(key) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try integer(key) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try integer(key) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try integer(key) }

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
        ValueDecoder(object.value(key.stringValue) ?? JSON.placeholder, at: path(key), object.context)
    }
}

/// An object that is being decoded. A class because reading remembers where the next member probably stands.
private final class DecodedObject {
    let node: CodingPath.Node?
    let context: DecodingContext
    private let members: MemberKeys
    private var last = 0

    init(_ decoder: ValueDecoder) {
        node = decoder.path.node
        context = decoder.context
        members = MemberKeys(decoder.json.tape, decoder.json.index)
    }

    var allKeys: [String] {
        members.keys.map { index in members.tape.withText(at: index) { String(utf8: $0) } }
    }

    /// Asked for in the order of the members, each is found at once; so is the last one again.
    func value(_ key: String) -> JSON? {
        var key = key
        guard let position = key.withUTF8Span({ members.position(of: $0, near: last) }) else { return nil }
        last = position
        return JSON(tape: members.tape, index: members.keys[position] + 1)
    }
}

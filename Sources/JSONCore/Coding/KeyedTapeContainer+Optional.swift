/// One search for an optional member instead of the three that `contains`, `decodeNil` and `decode` would take.
extension KeyedTapeContainer {
    private func indexIfPresent(_ key: Key) -> Int? {
        guard let index = document.member(key.stringValue, of: object), !document.isNull(index) else { return nil }
        return index
    }

    private func integer<Integer: FixedWidthInteger>(_ key: Key) throws -> Integer? {
        guard let index = indexIfPresent(key) else { return nil }
        return try document.integer(at: index)
    }

    private func floatingPoint<Number: BinaryFloatingPoint>(_ key: Key) throws -> Number? {
        guard let index = indexIfPresent(key) else { return nil }
        return try document.floatingPoint(at: index)
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        guard let index = indexIfPresent(key) else { return nil }
        return try document.boolean(at: index)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let index = indexIfPresent(key) else { return nil }
        return try document.text(at: index)
    }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try floatingPoint(key) }
    func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try floatingPoint(key) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try integer(key) }
    func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? { try integer(key) }
    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? { try integer(key) }
    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? { try integer(key) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try integer(key) }
    func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? { try integer(key) }
    func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try integer(key) }
    func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? { try integer(key) }
    func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? { try integer(key) }
    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? { try integer(key) }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let index = indexIfPresent(key) else { return nil }
        return try document.value(type, ofMemberAt: index, of: object)
    }
}

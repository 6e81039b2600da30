extension DecodedDocument {
    /// By the hook, if it wants the type, else by the type itself.
    func value<Value: Decodable>(_ type: Value.Type, at index: Int) throws -> Value {
        if type == [String].self { return unsafe unsafeBitCast(try texts(at: index), to: type) }
        if isSpecial(type), let special = try special(type, at: index) {
            return try unwrap(special, at: index)
        }
        return try type.init(from: ValueDecoder(self, index))
    }

    private func special(_ type: any Decodable.Type, at index: Int) throws -> (any Sendable)? {
        do throws(TapeDecoder.Refusal) {
            return try special?.decode(type, JSON(tape: tape, index: index))
        } catch {
            throw corrupted(error.message, at: index)
        }
    }

    /// Without a dynamic cast, which costs as much as decoding ten members.
    private func unwrap<Value: Decodable>(_ special: any Sendable, at index: Int) throws -> Value {
        func asValue<Special>(_ special: Special) -> Value {
            // The types are the same, by the check below.
            unsafe unsafeBitCast(special, to: Value.self)
        }
        guard type(of: special) == Value.self else {
            throw corrupted("The special decoding of \(Value.self) answered another type.", at: index)
        }
        return asValue(special)
    }

    /// What `[String]` would decode, which asks for one string after the other through three containers.
    private func texts(at index: Int) throws -> [String] {
        let array = tape.entry(index)
        guard array.kind == .array else { throw mismatch([JSON].self, expected: "An array", at: index) }
        var texts: [String] = []
        texts.reserveCapacity(array.count)
        var index = index + 1
        while index < array.end {
            texts.append(try text(at: index))
            index = tape.next(after: index)
        }
        return texts
    }
}

import JSONCore

extension Keyword {
    static let enumeration = Keyword("enum", .validation) { compilation, draft, value in
        guard value.kind == .array else {
            return compilation.refuse(value, "\"enum\" must be an array.", in: draft)
        }
        compilation.enumerate(Array(value.elements), .enumeration, at: value, "enum", in: &draft)
    }

    static let constant = Keyword("const", .validation) { compilation, draft, value in
        compilation.enumerate([value], .constant, at: value, "const", in: &draft)
    }
}

extension Compilation {
    fileprivate mutating func enumerate(
        _ values: [JSON], _ opcode: Opcode, at value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        let others = values.filter { $0.kind != .string }
        var enumeration = Enumeration()
        enumeration.start = Int32(tables.constants.count)
        enumeration.count = Int32(others.count)
        for other in others {
            let entry = other.entry
            enumeration.kinds.formUnion(entry.kind)
            tables.constants.append(
                Constant(kind: entry.kind, payload: entry.decidingPayload, value: Int32(tables.values.count)))
            tables.values.append(other)
        }
        enumeration.strings = table(of: values.compactMap(\.string).map { SlotDraft(name: $0) })
        tables.enumerations.append(enumeration)
        tables.enumerationPhrases.append(Self.phrase(of: values))
        draft.append(opcode, site(value, keyword, in: draft), Int32(tables.enumerations.count - 1))
    }

    /// At most ten values and 200 bytes; more do not help a reader.
    private static func phrase(of values: [JSON]) -> String {
        guard values.count <= 10 else { return "one of the \(values.count) values of the enumeration" }
        let texts = values.map { $0.serialized() }
        guard texts.reduce(0, { $0 + $1.utf8.count }) <= 200 else { return "one of the values of the enumeration" }
        return alternatives(texts)
    }
}

extension TapeEntry {
    /// What alone decides about equality with another entry of the same kind: null, booleans and integers of 64 bits have it.
    var decidingPayload: UInt64? {
        switch kind {
        case .null: 0
        case .boolean: flags.contains(.isTrue) ? 1 : 0
        default: int64.map(UInt64.init(bitPattern:))
        }
    }
}

extension Evaluator {
    @inline(never)
    mutating func isEnumerated(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let enumeration = rows.enumerations[instruction.a]
        if entry.kind == .string {
            let strings = enumeration.strings
            if isName(entry, in: strings) { return true }
        } else if enumeration.kinds.contains(entry.kind), isConstant(enumeration, index, entry) {
            return true
        }
        let phrase = isListing ? program.tables.enumerationPhrases[Int(instruction.a)] : ""
        return fail(instruction, at: index, "must be \(phrase)")
    }

    /// One comparison costs less than a hash; with more the branches would depend on the instance.
    @inline(__always)
    private mutating func isName(_ entry: TapeEntry, in strings: NameTable) -> Bool {
        if strings.count == 1 { return isName(of: strings.start, in: rows.slots, entry) }
        return slot(named: entry, in: strings) >= 0
    }

    private mutating func isConstant(_ enumeration: Enumeration, _ index: Int, _ entry: TapeEntry) -> Bool {
        let payload = entry.decidingPayload
        for position in enumeration.start..<enumeration.start + enumeration.count {
            let constant = rows.constants[position]
            guard constant.kind == entry.kind else { continue }
            if let payload, let wanted = constant.payload {
                if payload == wanted { return true }
            } else if JSON(tape: tape, index: index) == program.tables.values[Int(constant.value)] {
                return true
            }
        }
        return false
    }
}

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
        var enumeration = Enumeration(phrase: Self.phrase(of: values))
        enumeration.others = values.filter { $0.kind != .string }
        enumeration.otherKinds = enumeration.others.reduce(into: []) { $0.formUnion($1.kind) }
        enumeration.strings = table(of: values.compactMap(\.string).map { SlotDraft(name: $0) })
        tables.enumerations.append(enumeration)
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

extension Evaluator {
    mutating func isEnumerated(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let enumeration = program.tables.enumerations[Int(instruction.a)]
        if entry.kind == .string {
            if slot(named: index, in: enumeration.strings, guess: 0) >= 0 { return true }
        } else if enumeration.otherKinds.contains(entry.kind) {
            let value = JSON(tape: tape, index: index)
            if enumeration.others.contains(value) { return true }
        }
        return fail(instruction, at: index, "must be \(enumeration.phrase)")
    }
}

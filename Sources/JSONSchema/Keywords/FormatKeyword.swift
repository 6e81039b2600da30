import JSONCore

extension Keyword {
    /// Asserted or annotated, as the compiler's options say; unknown formats are annotations always.
    static let format = Keyword("format", .format, annotates: .instances) { compilation, draft, value in
        guard let name = value.string else {
            return compilation.refuse(value, "\"format\" must be a string.", in: draft)
        }
        guard compilation.asserts(draft.dialect) else { return }
        if let test = compilation.options.customFormats[name] {
            let assertion = Assertion(kinds: .string, message: Format.wish(name)) { json in
                json.string.map(test) ?? false
            }
            return compilation.append(assertion, at: value, "format", in: &draft)
        }
        guard let format = Format.named(name) else { return }
        let site = compilation.site(value, "format", in: draft)
        if let test = format.text {
            compilation.tables.textFormats.append(TextFormat(wish: format.wish, test: test))
            draft.append(.textFormat, site, Int32(compilation.tables.textFormats.count - 1))
        }
        if let test = format.number {
            compilation.tables.numberFormats.append(NumberFormat(wish: format.wish, test: test))
            draft.append(.numberFormat, site, Int32(compilation.tables.numberFormats.count - 1))
        }
    }
}

extension Evaluator {
    @inline(never)
    mutating func meetsTextFormat(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        if view.withText(entry, { rows.textFormats[instruction.a].test($0) }) { return true }
        let wish = isListing ? program.tables.textFormats[Int(instruction.a)].wish : ""
        return fail(instruction, at: index, wish)
    }

    @inline(never)
    mutating func meetsNumberFormat(_ instruction: Instruction, _ index: Int) -> Bool {
        // Asked of numbers alone.
        if program.tables.numberFormats[Int(instruction.a)].test(JSONNumber(tape: tape, index: index)) { return true }
        let wish = isListing ? program.tables.numberFormats[Int(instruction.a)].wish : ""
        return fail(instruction, at: index, wish)
    }
}

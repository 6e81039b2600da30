import JSONCore

/// A check that has no instruction of its own: a function of the instance alone.
///
/// This is all that a new keyword needs that is not on the hot path: its file, and its row in the tables of the dialects.
struct Assertion: Sendable {
    /// Instances of other kinds pass.
    var kinds: JSONKind
    /// What is said of an instance that fails: a phrase, as in `Violation`.
    var message: String
    var test: @Sendable (JSON) -> Bool
}

extension Compilation {
    mutating func append(_ assertion: Assertion, at value: JSON, _ keyword: String, in draft: inout NodeDraft) {
        tables.assertions.append(assertion)
        draft.append(.assertion, site(value, keyword, in: draft), Int32(tables.assertions.count - 1))
    }
}

extension Evaluator {
    mutating func meetsAssertion(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let assertion = program.tables.assertions[Int(instruction.a)]
        if !assertion.kinds.contains(entry.kind) || assertion.test(JSON(tape: tape, index: index)) { return true }
        return fail(instruction, at: index, assertion.message)
    }
}

/// A non-deterministic automaton over symbols (`SymbolClasses`), frozen.
///
/// States are indices into `instructions`. Its size is linear in the pattern's, bounded repeats spelled out, except that
/// a counted repeat of one set is a single instruction.
struct Program: Sendable {
    typealias Index = Int32

    enum Instruction: Sendable {
        /// Goes on after a symbol out of the set.
        case consume(set: Int32, next: Index)
        case split(Index, Index)
        case assertion(Assertion, next: Index)
        /// Goes on where the bit that an earlier program computed for this position is as wanted.
        case look(program: Int32, wanted: Bool, next: Index)
        /// Goes on after a number of symbols out of the set that lies within the counter's bounds.
        case count(counter: Int32, next: Index)
        case accept
    }

    struct Counter: Sendable {
        var set: Int32
        var minimum: Int
        var maximum: Int?
    }

    var instructions: [Instruction]
    var counters: [Counter]
    var start: Index

    var byteCount: Int {
        instructions.count &* MemoryLayout<Instruction>.stride &+ counters.count &* MemoryLayout<Counter>.stride
    }
}

/// What the backtracker runs: repeats count in registers, so its size is linear in the pattern's.
struct BacktrackProgram: Sendable {
    typealias Index = Int

    enum Instruction: Sendable {
        case consume(set: Int, Automaton.Scan, next: Index)
        /// Tries the first, then the second.
        case split(Index, Index)
        case assertion(Assertion, next: Index)
        case save(register: Int, next: Index)
        case enter(loop: Int)
        /// After an iteration.
        case iterate(loop: Int)
        /// Before an iteration.
        case begin(loop: Int)
        case look(Look, body: Index, next: Index)
        case backReference(group: Int, Automaton.Scan, next: Index)
        case accept
    }

    struct Loop: Sendable {
        var bounds: RepetitionBounds
        /// Where the iterations are counted.
        var counter: Int
        /// Where the current iteration's start is kept.
        var start: Int
        /// The groups inside, which every iteration forgets.
        var captures: Range<Int>
        /// The instruction that begins an iteration.
        var beginning: Index
        var body: Index
        var exit: Index
    }

    let classes: SymbolClasses
    let sets: SymbolSets
    let wordSet: Int
    var instructions: [Instruction] = [.accept]
    var loops: [Loop] = []
    /// Group n starts at register 2n and ends at 2n + 1.
    var registers: Int
    var start: Index = 0

    var byteCount: Int {
        instructions.count &* MemoryLayout<Instruction>.stride &+ loops.count &* MemoryLayout<Loop>.stride
            &+ classes.byteCount
    }
}

/// Builds a backtracker's program from the pattern's end to its beginning.
struct BacktrackBuilder {
    private let setNumbers: [ScalarSet: Int]
    private var program: BacktrackProgram
    private var scan = Automaton.Scan.forward

    /// `tree` still has its captures.
    static func build(_ tree: PatternTree) throws(AutomatonBuilder.Refusal) -> BacktrackProgram {
        let sets = Array(tree.sets.union([.wordCharacters]))
        guard let classes = SymbolClasses(distinguishing: sets) else { throw .tooManyClasses }
        let numbers = Dictionary(uniqueKeysWithValues: zip(sets, sets.indices))
        let groups = tree.captures.last ?? 0
        let empty = BacktrackProgram(
            classes: classes, sets: classes.sets, wordSet: numbers[.wordCharacters] ?? 0,
            registers: 2 * (groups + 1))
        var builder = BacktrackBuilder(setNumbers: numbers, program: empty)
        builder.program.start = builder.emit(tree, next: 0)
        return builder.program
    }

    private mutating func append(_ instruction: BacktrackProgram.Instruction) -> Int {
        program.instructions.append(instruction)
        return program.instructions.count &- 1
    }

    private mutating func emit(_ tree: PatternTree, next: Int) -> Int {
        switch tree {
        case .empty: next
        case .set(let set): append(.consume(set: setNumbers[set] ?? 0, scan, next: next))
        case .sequence(let parts):
            (scan == .forward ? parts.reversed() : parts).reduce(next) { emit($1, next: $0) }
        case .alternation(let parts): emit(alternation: parts, next: next)
        case .repetition(let body, let bounds): emit(repeating: body, bounds, next: next)
        case .assertion(let assertion): append(.assertion(assertion, next: next))
        case .look(let look, let body): emit(look, body, next: next)
        case .capture(let body, let group): emit(capture: body, group, next: next)
        case .backReference(let group): append(.backReference(group: group, scan, next: next))
        }
    }

    private mutating func emit(alternation parts: [PatternTree], next: Int) -> Int {
        var entry: Int?
        for part in parts.reversed() {
            let branch = emit(part, next: next)
            entry = entry.map { append(.split(branch, $0)) } ?? branch
        }
        return entry ?? next
    }

    private mutating func emit(repeating body: PatternTree, _ bounds: RepetitionBounds, next: Int) -> Int {
        let captures = body.captures
        let number = program.loops.count
        let registers = program.registers
        program.registers &+= 2
        program.loops.append(
            BacktrackProgram.Loop(
                bounds: bounds, counter: registers, start: registers &+ 1,
                captures: captures.first.map { $0..<($0 &+ captures.count) } ?? 0..<0, beginning: next, body: next,
                exit: next))
        let iteration = append(.iterate(loop: number))
        program.loops[number].body = emit(body, next: iteration)
        program.loops[number].beginning = append(.begin(loop: number))
        return append(.enter(loop: number))
    }

    private mutating func emit(_ look: Look, _ body: PatternTree, next: Int) -> Int {
        let outer = scan
        defer { scan = outer }
        scan = look.isAhead ? .forward : .backward
        let entry = emit(body, next: 0)
        return append(.look(look, body: entry, next: next))
    }

    /// Both ends are set in the order in which they are met.
    private mutating func emit(capture body: PatternTree, _ group: Int, next: Int) -> Int {
        let ends = scan == .forward ? (first: 2 * group, last: 2 * group + 1) : (first: 2 * group + 1, last: 2 * group)
        let last = append(.save(register: ends.last, next: next))
        return append(.save(register: ends.first, next: emit(body, next: last)))
    }
}

extension PatternTree {
    /// The numbers of the groups inside: consecutive, since they are numbered by their opening brackets.
    fileprivate var captures: [Int] {
        let inner = children.flatMap(\.captures)
        if case .capture(_, let group) = self { return [group] + inner }
        return inner
    }
}

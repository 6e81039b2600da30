/// Builds the programs of a pattern from its end to its beginning, so that each instruction's successor is there.
struct AutomatonBuilder {
    /// Whether a counted repeat of one set stays a counter. Deterministic automata need it spelled out.
    enum Counting { case counters, spelledOut }

    enum Refusal: Error { case tooLarge, tooManyClasses, tooManyLooks }

    /// Each takes a bit for every byte of a text.
    static let lookLimit = 64

    private let counting: Counting
    private let limit: Int
    private let setNumbers: [ScalarSet: Int32]
    private var looks: [Automaton.LookProgram] = []
    private var lookNumbers: [PatternTree: Int] = [:]
    private var size = 0
    private var program = Program(instructions: [.accept], counters: [], start: 0)
    private var scan = Automaton.Scan.forward

    /// `limit` bounds the instructions of all programs together.
    static func build(_ tree: PatternTree, counting: Counting, limit: Int) throws(Refusal) -> Automaton {
        var sets = tree.sets
        let needsWords = tree.contains { $0 == .assertion(.wordBoundary) || $0 == .assertion(.notWordBoundary) }
        if needsWords { sets.insert(.wordCharacters) }
        let ordered = Array(sets)
        guard let classes = SymbolClasses(distinguishing: ordered) else { throw .tooManyClasses }
        let numbers = Dictionary(uniqueKeysWithValues: zip(ordered, Int32(0)...))
        var builder = AutomatonBuilder(counting: counting, limit: limit, setNumbers: numbers)
        let main = try builder.build(tree, scan: .forward)
        return Automaton(
            classes: classes, sets: classes.sets,
            wordSet: needsWords ? numbers[.wordCharacters].map(Int.init) : nil, looks: builder.looks, main: main)
    }

    private init(counting: Counting, limit: Int, setNumbers: [ScalarSet: Int32]) {
        self.counting = counting
        self.limit = limit
        self.setNumbers = setNumbers
    }

    private mutating func build(_ tree: PatternTree, scan: Automaton.Scan) throws(Refusal) -> Program {
        let outer = (program, self.scan)
        defer { (program, self.scan) = outer }
        program = Program(instructions: [.accept], counters: [], start: 0)
        self.scan = scan
        program.start = try emit(tree, next: 0)
        return program
    }

    private mutating func append(_ instruction: Program.Instruction) throws(Refusal) -> Program.Index {
        size &+= 1
        guard size <= limit else { throw .tooLarge }
        program.instructions.append(instruction)
        return Program.Index(truncatingIfNeeded: program.instructions.count &- 1)
    }

    private mutating func emit(_ tree: PatternTree, next: Program.Index) throws(Refusal) -> Program.Index {
        switch tree {
        case .empty, .backReference: next
        case .set(let set): try append(.consume(set: setNumbers[set] ?? 0, next: next))
        case .sequence(let parts): try emit(sequence: parts, next: next)
        case .alternation(let parts): try emit(alternation: parts, next: next)
        case .repetition(let body, let bounds): try emit(repeating: body, bounds, next: next)
        case .assertion(let assertion): try append(.assertion(assertion, next: next))
        case .look(let look, let body): try emit(look, body, next: next)
        case .capture(let body, _): try emit(body, next: next)
        }
    }

    private mutating func emit(sequence parts: [PatternTree], next: Program.Index) throws(Refusal) -> Program.Index {
        var entry = next
        for part in scan == .forward ? parts.reversed() : parts { entry = try emit(part, next: entry) }
        return entry
    }

    private mutating func emit(alternation parts: [PatternTree], next: Program.Index) throws(Refusal) -> Program.Index {
        var entry: Program.Index?
        for part in parts.reversed() {
            let branch = try emit(part, next: next)
            if let other = entry { entry = try append(.split(branch, other)) } else { entry = branch }
        }
        return entry ?? next
    }

    /// A lookahead is a backward scan for its body's mirror image, which ends wherever the body could begin.
    private mutating func emit(
        _ look: Look, _ body: PatternTree, next: Program.Index
    ) throws(Refusal) -> Program.Index {
        let number = try number(of: body, scan: look.isAhead ? .backward : .forward)
        return try append(.look(program: Int32(truncatingIfNeeded: number), wanted: !look.isNegative, next: next))
    }

    private mutating func number(of body: PatternTree, scan: Automaton.Scan) throws(Refusal) -> Int {
        let key = PatternTree.look(scan == .backward ? .ahead : .behind, body)
        if let known = lookNumbers[key] { return known }
        let inner = try build(body, scan: scan)
        guard looks.count < Self.lookLimit else { throw .tooManyLooks }
        lookNumbers[key] = looks.count
        looks.append(Automaton.LookProgram(program: inner, scan: scan))
        return looks.count &- 1
    }
}

extension AutomatonBuilder {
    /// From here on counting is cheaper than spelling out.
    private static let leastCounted = 8

    private mutating func emit(
        repeating body: PatternTree, _ bounds: RepetitionBounds, next: Program.Index
    ) throws(Refusal) -> Program.Index {
        let largest = bounds.maximum ?? bounds.minimum
        if counting == .counters, largest >= Self.leastCounted, case .set(let set) = body {
            let counter = Program.Counter(
                set: setNumbers[set] ?? 0, minimum: bounds.minimum, maximum: bounds.maximum)
            program.counters.append(counter)
            return try append(.count(counter: Int32(truncatingIfNeeded: program.counters.count &- 1), next: next))
        }
        var entry = next
        if let maximum = bounds.maximum {
            entry = try emit(optional: body, times: maximum - bounds.minimum, next: next)
        } else {
            entry = try emitLoop(body, next: next)
        }
        for _ in 0..<bounds.minimum { entry = try emit(body, next: entry) }
        return entry
    }

    /// `(?:x(?:x(?:x)?)?)?`: every one may be the last.
    private mutating func emit(
        optional body: PatternTree, times: Int, next: Program.Index
    ) throws(Refusal) -> Program.Index {
        var entry = next
        for _ in 0..<times { entry = try append(.split(try emit(body, next: entry), next)) }
        return entry
    }

    private mutating func emitLoop(_ body: PatternTree, next: Program.Index) throws(Refusal) -> Program.Index {
        let loop = try append(.split(next, next))
        let entry = try emit(body, next: loop)
        program.instructions[Int(loop)] = .split(entry, next)
        return loop
    }
}

extension PatternTree {
    var sets: Set<ScalarSet> {
        if case .set(let set) = self { return [set] }
        return children.reduce(into: []) { $0.formUnion($1.sets) }
    }
}

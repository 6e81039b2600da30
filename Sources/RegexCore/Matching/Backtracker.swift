/// Matches patterns with back-references by trying one way after the other, as ECMA-262 section 22.2.2 describes it.
///
/// No way of matching these is known to be linear, so a search that takes too many steps is given up. Nothing recurses
/// over the text; lookarounds recurse over the pattern.
struct Backtracker {
    /// Tens of milliseconds.
    static let budget = 1_000_000

    private struct Choice {
        var index: Int
        var offset: Int
        /// How long the trail was.
        var trail: Int
    }

    private enum Ending { case accepted, failed, exhausted }

    private let program: BacktrackProgram
    private var registers: [Int]
    private var choices: [Choice] = []
    /// Registers' former values, to be restored when a choice is taken back.
    private var trail: [(register: Int, value: Int)] = []
    private var steps = 0

    static func match(_ program: BacktrackProgram, _ text: Span<UInt8>) -> ECMAPattern.Outcome {
        var matcher = Backtracker(program)
        var start = 0
        while true {
            switch matcher.run(program.start, at: start, in: text) {
            case .accepted: return .matches
            case .exhausted: return .exhausted
            case .failed: break
            }
            guard start < text.count else { return .doesNotMatch }
            start = UTF8Scalars.next(in: text, after: start)
        }
    }

    private init(_ program: BacktrackProgram) {
        self.program = program
        registers = [Int](repeating: -1, count: program.registers)
    }

    private mutating func run(_ entry: Int, at start: Int, in text: Span<UInt8>) -> Ending {
        let base = choices.count
        let mark = trail.count
        var index = entry
        var offset = start
        while true {
            steps &+= 1
            guard steps <= Self.budget else { return .exhausted }
            if case .accept = program.instructions[index] {
                choices.removeLast(choices.count &- base)
                return .accepted
            }
            if let next = follow(program.instructions[index], &offset, in: text) {
                index = next
                continue
            }
            guard choices.count > base, let choice = choices.popLast() else {
                undo(to: mark)
                return steps > Self.budget ? .exhausted : .failed
            }
            undo(to: choice.trail)
            (index, offset) = (choice.index, choice.offset)
        }
    }

    /// Where to go on, nil where this way fails.
    private mutating func follow(
        _ instruction: BacktrackProgram.Instruction, _ offset: inout Int, in text: Span<UInt8>
    ) -> Int? {
        switch instruction {
        case .accept: nil
        case .consume(let set, let scan, let next): consume(set, scan, &offset, in: text) ? next : nil
        case .assertion(let assertion, let next): holds(assertion, at: offset, in: text) ? next : nil
        case .backReference(let group, let scan, let next): repeats(group, scan, &offset, in: text) ? next : nil
        case .look(let look, let body, let next): holds(look, body, at: offset, in: text) ? next : nil
        case .enter(let loop): enter(program.loops[loop], at: offset)
        case .iterate(let loop): iterate(program.loops[loop], at: offset)
        case .begin(let loop): begin(program.loops[loop], at: offset)
        case .save(let register, let next): save(offset, in: register, thenGoTo: next)
        case .split(let first, let second): choose(first, orElse: second, at: offset)
        }
    }

    private mutating func choose(_ first: Int, orElse second: Int, at offset: Int) -> Int {
        choices.append(Choice(index: second, offset: offset, trail: trail.count))
        return first
    }

    private mutating func save(_ offset: Int, in register: Int, thenGoTo next: Int) -> Int {
        write(offset, to: register)
        return next
    }

    private mutating func write(_ value: Int, to register: Int) {
        trail.append((register, registers[register]))
        registers[register] = value
    }

    private mutating func undo(to mark: Int) {
        while trail.count > mark, let (register, value) = trail.popLast() { registers[register] = value }
    }
}

extension Backtracker {
    private mutating func enter(_ loop: BacktrackProgram.Loop, at offset: Int) -> Int {
        write(0, to: loop.counter)
        return decide(loop, at: offset)
    }

    /// RepeatMatcher: an iteration that was not needed and consumed nothing leads nowhere.
    private mutating func iterate(_ loop: BacktrackProgram.Loop, at offset: Int) -> Int? {
        if registers[loop.counter] > loop.bounds.minimum, registers[loop.start] == offset { return nil }
        return decide(loop, at: offset)
    }

    private mutating func decide(_ loop: BacktrackProgram.Loop, at offset: Int) -> Int {
        let done = registers[loop.counter]
        if done == loop.bounds.maximum { return loop.exit }
        if done < loop.bounds.minimum { return loop.beginning }
        return switch loop.bounds.preference {
        case .greedy: choose(loop.beginning, orElse: loop.exit, at: offset)
        case .lazy: choose(loop.exit, orElse: loop.beginning, at: offset)
        }
    }

    private mutating func begin(_ loop: BacktrackProgram.Loop, at offset: Int) -> Int {
        for group in loop.captures {
            write(-1, to: 2 * group)
            write(-1, to: 2 * group + 1)
        }
        write(registers[loop.counter] &+ 1, to: loop.counter)
        write(offset, to: loop.start)
        return loop.body
    }

    /// What a lookaround captures stays; other ways through it are not tried later.
    private mutating func holds(_ look: Look, _ body: Int, at offset: Int, in text: Span<UInt8>) -> Bool {
        let mark = trail.count
        let found = run(body, at: offset, in: text) == .accepted
        if look.isNegative { undo(to: mark) }
        return found != look.isNegative
    }

    private func consume(
        _ set: Int, _ scan: Automaton.Scan, _ offset: inout Int, in text: Span<UInt8>
    ) -> Bool {
        guard scan == .forward ? offset < text.count : offset > 0 else { return false }
        let start = scan == .forward ? offset : UTF8Scalars.previous(in: text, before: offset)
        offset = scan == .forward ? UTF8Scalars.next(in: text, after: offset) : start
        return program.sets.contains(program.classes.symbol(in: text, at: start), inSet: set)
    }

    /// A group that captured nothing is repeated by the empty text.
    private mutating func repeats(
        _ group: Int, _ scan: Automaton.Scan, _ offset: inout Int, in text: Span<UInt8>
    ) -> Bool {
        let (start, end) = (registers[2 * group], registers[2 * group + 1])
        guard start >= 0, end >= start else { return true }
        let from = scan == .forward ? offset : offset &- (end &- start)
        guard from >= 0, from &+ (end &- start) <= text.count else { return false }
        for distance in 0..<(end &- start) {
            steps &+= 1
            if text[start &+ distance] != text[from &+ distance] { return false }
        }
        offset = scan == .forward ? from &+ (end &- start) : from
        return true
    }

    private func holds(_ assertion: Assertion, at offset: Int, in text: Span<UInt8>) -> Bool {
        switch assertion {
        case .start: offset == 0
        case .end: offset == text.count
        case .wordBoundary: isWord(before: offset, in: text) != isWord(at: offset, in: text)
        case .notWordBoundary: isWord(before: offset, in: text) == isWord(at: offset, in: text)
        }
    }

    private func isWord(before offset: Int, in text: Span<UInt8>) -> Bool {
        offset > 0 && isWord(at: UTF8Scalars.previous(in: text, before: offset), in: text)
    }

    private func isWord(at offset: Int, in text: Span<UInt8>) -> Bool {
        offset < text.count
            && program.sets.contains(program.classes.symbol(in: text, at: offset), inSet: program.wordSet)
    }
}

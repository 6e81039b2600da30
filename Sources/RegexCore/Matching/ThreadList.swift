/// The threads of one program at one position of the text.
struct ThreadList {
    let program: Program
    /// Threads that consume a symbol next.
    private(set) var waiting: [Program.Index] = []
    /// `count` instructions whose counter holds something, with the instruction to go on with.
    private(set) var counting: [(counter: Int, next: Program.Index)] = []
    private var counts: [CountingSet]
    private var stack: [Program.Index] = []
    private var entering: [Program.Index] = []
    /// By instruction: the step at which it was last seen, plus one.
    private var seen: [Int]
    private var step = 0

    init(_ program: Program) {
        self.program = program
        seen = [Int](repeating: 0, count: program.instructions.count)
        counts = program.counters.map { CountingSet(minimum: $0.minimum, maximum: $0.maximum) }
    }

    /// Starts a position: what came over from the last one, counters that may be left, and a new thread.
    mutating func begin(at step: Int) {
        self.step = step &+ 1
        waiting.removeAll(keepingCapacity: true)
        push(program.start)
        for index in entering { push(index) }
        for entry in counting where counts[entry.counter].mayLeave(at: step) { push(entry.next) }
    }

    mutating func push(_ index: Program.Index) {
        guard seen[Int(index)] != step else { return }
        seen[Int(index)] = step
        stack.append(index)
    }

    mutating func pop() -> Program.Index? { stack.popLast() }

    mutating func keep(_ index: Program.Index) { waiting.append(index) }

    /// Enters the counter. Answers whether it may be left at once.
    mutating func enter(_ counter: Int, next: Program.Index, at step: Int) -> Bool {
        if counts[counter].isEmpty { counting.append((counter, next)) }
        counts[counter].enter(at: step)
        return program.counters[counter].minimum == 0
    }

    mutating func step(over symbol: UInt16, in sets: SymbolSets, at step: Int) {
        entering.removeAll(keepingCapacity: true)
        for index in waiting {
            guard case .consume(let set, let next) = program.instructions[Int(index)] else { continue }
            if sets.contains(symbol, inSet: set) { entering.append(next) }
        }
        counting.removeAll { entry in
            let consumes = sets.contains(symbol, inSet: program.counters[entry.counter].set)
            if consumes { counts[entry.counter].expire(at: step) } else { counts[entry.counter].removeAll() }
            return counts[entry.counter].isEmpty
        }
    }
}

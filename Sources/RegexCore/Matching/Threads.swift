/// The threads of one program at one position of the text.
struct Threads {
    typealias List = MutableSpan<Program.Index>

    private let start: Program.Index
    private let counters: [Program.Counter]
    private var waiting = 0
    private var top: Int
    private var counts: [CountingSet]
    /// Counters that hold something, with the instruction to go on with.
    private var counting: [(counter: Int, next: Program.Index)] = []

    // The memory is the caller's, so that it is borrowed as spans once and not checked for uniqueness at every store,
    // which halves a scan's time.

    /// By instruction: the step at which it was last seen, plus one.
    static func seenStorage(for program: Program) -> [Int] {
        [Int](repeating: 0, count: program.instructions.count)
    }

    /// Threads that wait for a symbol from the front, threads still to be followed from the back.
    ///
    /// Twice the number of instructions: at one position, either part holds an instruction at most once.
    static func listStorage(for program: Program) -> [Program.Index] {
        [Program.Index](repeating: 0, count: program.instructions.count &* 2)
    }

    init(_ program: Program) {
        start = program.start
        counters = program.counters
        top = program.instructions.count &* 2
        counts = program.counters.map { CountingSet(minimum: $0.minimum, maximum: $0.maximum) }
    }

    /// Adds to the threads that came over from the last position: a new one, and counters that may be left.
    mutating func begin(_ list: inout List, _ seen: inout MutableSpan<Int>, at step: Int) {
        waiting = 0
        push(start, &list, &seen, at: step)
        for entry in counting where counts[entry.counter].mayLeave(at: step) {
            push(entry.next, &list, &seen, at: step)
        }
    }

    mutating func push(_ index: Program.Index, _ list: inout List, _ seen: inout MutableSpan<Int>, at step: Int) {
        guard seen[Int(index)] <= step else { return }
        seen[Int(index)] = step &+ 1
        top &-= 1
        list[top] = index
    }

    mutating func pop(_ list: inout List) -> Program.Index? {
        guard top < list.count else { return nil }
        top &+= 1
        return list[top &- 1]
    }

    mutating func wait(_ index: Program.Index, _ list: inout List) {
        list[waiting] = index
        waiting &+= 1
    }

    /// Enters the counter. Answers whether it may be left at once.
    mutating func enter(_ counter: Int, next: Program.Index, at step: Int) -> Bool {
        if counts[counter].isEmpty { counting.append((counter, next)) }
        counts[counter].enter(at: step)
        return counters[counter].minimum == 0
    }

    /// Takes all threads over the symbol to `step`. Answers how many there were.
    mutating func step(
        _ list: inout List, _ seen: inout MutableSpan<Int>, _ instructions: Span<Program.Instruction>,
        over symbol: UInt16, in sets: SymbolSets, at step: Int
    ) -> Int {
        for position in 0..<waiting {
            guard case .consume(let set, let next) = instructions[Int(list[position])] else { continue }
            if sets.contains(symbol, inSet: Int(set)) { push(next, &list, &seen, at: step) }
        }
        if counting.isEmpty { return waiting }
        let counted = counting.count
        count(symbol, in: sets, at: step)
        return waiting &+ counted
    }

    private mutating func count(_ symbol: UInt16, in sets: SymbolSets, at step: Int) {
        counting.removeAll { entry in
            let consumes = sets.contains(symbol, inSet: Int(counters[entry.counter].set))
            if consumes { counts[entry.counter].expire(at: step) } else { counts[entry.counter].removeAll() }
            return counts[entry.counter].isEmpty
        }
    }
}

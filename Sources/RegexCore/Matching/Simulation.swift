/// Runs the programs of an automaton over a text, all threads in step: time linear in the text and in the program.
struct Simulation {
    private let automaton: Automaton
    /// By lookaround: whether it holds, by offset in the text.
    private var looks: [[Bool]] = []
    /// Instructions looked at: what the linearity tests count.
    private(set) var steps = 0

    init(_ automaton: Automaton) {
        self.automaton = automaton
    }

    mutating func matches(_ text: Span<UInt8>) -> Bool {
        for look in automaton.looks {
            var threads = ThreadList(look.program)
            var holds = [Bool](repeating: false, count: text.count &+ 1)
            scan(text, with: &threads, look.scan) { offset in
                holds[offset] = true
                return .proceed
            }
            looks.append(holds)
        }
        var threads = ThreadList(automaton.main)
        var found = false
        scan(text, with: &threads, .forward) { _ in
            found = true
            return .stop
        }
        return found
    }

    private enum Continuation { case proceed, stop }

    /// Calls `accepted` with each offset at which a match ends that began anywhere before it.
    private mutating func scan(
        _ text: Span<UInt8>, with threads: inout ThreadList, _ direction: Automaton.Scan,
        accepted: (Int) -> Continuation
    ) {
        var place = Place(offset: direction == .forward ? 0 : text.count, count: text.count)
        while true {
            let next = advance(&place, in: text, direction)
            if close(&threads, at: place), accepted(place.offset) == .stop { return }
            guard let next, let symbol = place.following else { return }
            step(&threads, over: symbol, at: place)
            place.preceding = symbol
            place.offset = next
            place.step &+= 1
        }
    }

    /// Notes the symbol that comes next in the scan's direction; answers the offset behind it, nil at the text's end.
    private func advance(_ place: inout Place, in text: Span<UInt8>, _ direction: Automaton.Scan) -> Int? {
        switch direction {
        case .forward:
            guard place.offset < text.count else { break }
            place.following = automaton.classes.symbol(in: text, at: place.offset)
            return UTF8Scalars.next(in: text, after: place.offset)
        case .backward:
            guard place.offset > 0 else { break }
            let start = UTF8Scalars.previous(in: text, before: place.offset)
            place.following = automaton.classes.symbol(in: text, at: start)
            return start
        }
        place.following = nil
        return nil
    }

    /// Follows everything that consumes nothing. Answers whether a match ends here.
    private mutating func close(_ threads: inout ThreadList, at place: Place) -> Bool {
        threads.begin(at: place.step)
        var accepted = false
        while let index = threads.pop() {
            steps &+= 1
            switch threads.program.instructions[Int(index)] {
            case .accept: accepted = true
            case .split(let first, let second):
                threads.push(second)
                threads.push(first)
            case .assertion(let assertion, let next): if holds(assertion, at: place) { threads.push(next) }
            case .look(let look, let wanted, let next):
                if looks[look][place.offset] == wanted { threads.push(next) }
            case .count(let counter, let next):
                if threads.enter(counter, next: next, at: place.step) { threads.push(next) }
            case .consume: threads.keep(index)
            }
        }
        return accepted
    }

    private func holds(_ assertion: Assertion, at place: Place) -> Bool {
        switch assertion {
        case .start: place.offset == 0
        case .end: place.offset == place.count
        case .wordBoundary: isWord(place.preceding) != isWord(place.following)
        case .notWordBoundary: isWord(place.preceding) == isWord(place.following)
        }
    }

    private func isWord(_ symbol: UInt16?) -> Bool {
        guard let symbol, let wordSet = automaton.wordSet else { return false }
        return automaton.sets.contains(symbol, inSet: wordSet)
    }

    private mutating func step(_ threads: inout ThreadList, over symbol: UInt16, at place: Place) {
        steps &+= threads.waiting.count &+ threads.counting.count
        threads.step(over: symbol, in: automaton.sets, at: place.step &+ 1)
    }

    private struct Place {
        var offset: Int
        let count: Int
        /// Code points consumed.
        var step = 0
        /// In the scan's direction. Word boundaries are the same either way.
        var preceding: UInt16?
        var following: UInt16?

        init(offset: Int, count: Int) {
            self.offset = offset
            self.count = count
        }
    }
}

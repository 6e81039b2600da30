/// Runs the programs of an automaton over a text, all threads in step: time linear in the text and in the program.
struct Simulation {
    private let automaton: Automaton
    /// By lookaround: whether it holds, as bits by offset in the text.
    private var looks: [[UInt64]] = []
    /// Instructions looked at: what the linearity tests count.
    private(set) var steps = 0

    init(_ automaton: Automaton) {
        self.automaton = automaton
    }

    mutating func matches(_ text: Span<UInt8>) -> Bool {
        for look in automaton.looks {
            var holds = [UInt64](repeating: 0, count: text.count / 64 &+ 1)
            scan(text, with: look.program, look.scan) { offset in
                holds[offset / 64] |= 1 << UInt64(offset % 64)
                return .proceed
            }
            looks.append(holds)
        }
        var found = false
        scan(text, with: automaton.main, .forward) { _ in
            found = true
            return .stop
        }
        return found
    }

    private enum Continuation { case proceed, stop }

    /// Calls `accepted` with each offset at which a match ends that began anywhere before it.
    private mutating func scan(
        _ text: Span<UInt8>, with program: Program, _ direction: Automaton.Scan, accepted: (Int) -> Continuation
    ) {
        let instructions = program.instructions.span
        var seenStorage = Threads.seenStorage(for: program)
        var listStorage = Threads.listStorage(for: program)
        var seen = seenStorage.mutableSpan
        var list = listStorage.mutableSpan
        var threads = Threads(program)
        var place = Place(offset: direction == .forward ? 0 : text.count, count: text.count)
        while true {
            let next = advance(&place, in: text, direction)
            threads.begin(&list, &seen, at: place.step)
            if close(&threads, &list, &seen, instructions, at: place), accepted(place.offset) == .stop { return }
            guard let next, let symbol = place.following else { return }
            steps &+= threads.step(
                &list, &seen, instructions, over: symbol, in: automaton.sets, at: place.step &+ 1)
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
    private mutating func close(
        _ threads: inout Threads, _ list: inout MutableSpan<Program.Index>, _ seen: inout MutableSpan<Int>,
        _ instructions: Span<Program.Instruction>, at place: Place
    ) -> Bool {
        var accepted = false
        while let index = threads.pop(&list) {
            steps &+= 1
            switch instructions[Int(index)] {
            case .accept: accepted = true
            case .consume: threads.wait(index, &list)
            case .split(let first, let second):
                threads.push(second, &list, &seen, at: place.step)
                threads.push(first, &list, &seen, at: place.step)
            case .assertion(let assertion, let next):
                if holds(assertion, at: place) { threads.push(next, &list, &seen, at: place.step) }
            case .look(let look, let wanted, let next):
                if looks[Int(look)].bit(place.offset) == wanted { threads.push(next, &list, &seen, at: place.step) }
            case .count(let counter, let next):
                let mayLeave = threads.enter(Int(counter), next: next, at: place.step)
                if mayLeave { threads.push(next, &list, &seen, at: place.step) }
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

extension [UInt64] {
    fileprivate func bit(_ position: Int) -> Bool { self[position / 64] >> UInt64(position % 64) & 1 != 0 }
}

/// Tries every way of matching, on code points, as ECMA-262 section 22.2.2 has it: slow, and simple enough to believe.
package struct NaiveMatcher {
    private enum Direction { case forward, backward }

    /// Where a match stands, and what its groups have captured.
    private struct State {
        var place: Int
        var captures: [Int: Range<Int>] = [:]
    }

    /// Answers the state in which the rest of the pattern matched.
    private typealias Continuation = (State, inout NaiveMatcher) -> State?

    private let text: [Unicode.Scalar]
    private var budget: Int
    /// The numbers of the groups that bear each name.
    private let named: [String: [Int]]

    /// Nil when it would take too long.
    package static func matches(_ pattern: FuzzPattern, _ text: [Unicode.Scalar], budget: Int = 20_000) -> Bool? {
        var named: [String: [Int]] = [:]
        for case .named(let number, let name) in pattern.groups { named[name, default: []].append(number) }
        var matcher = NaiveMatcher(text: text, budget: budget, named: named)
        let found = (0...text.count).contains { start in
            matcher.match(pattern, State(place: start), .forward) { state, _ in state } != nil
        }
        return matcher.budget > 0 ? found : nil
    }

    private mutating func match(
        _ pattern: FuzzPattern, _ state: State, _ direction: Direction, then next: Continuation
    ) -> State? {
        budget -= 1
        guard budget > 0 else { return nil }
        switch pattern {
        case .scalar, .any, .set: return consume(pattern, state, direction, then: next)
        case .assertion(let assertion): return holds(assertion, at: state.place) ? next(state, &self) : nil
        case .sequence(let parts):
            return match(direction == .forward ? parts : parts.reversed(), state, direction, then: next)
        case .alternation(let parts):
            for part in parts {
                if let end = match(part, state, direction, then: next) { return end }
            }
            return nil
        case .group(let body, let group): return capture(body, group.number, state, direction, then: next)
        case .repetition: return repeats(pattern, done: 0, state, direction, then: next)
        case .look(let look, let body): return looks(look, body, state).flatMap { next($0, &self) }
        case .backReference(let reference): return refer(to: reference, state, direction).flatMap { next($0, &self) }
        }
    }

    private mutating func consume(
        _ pattern: FuzzPattern, _ state: State, _ direction: Direction, then next: Continuation
    ) -> State? {
        let place = direction == .forward ? state.place : state.place - 1
        guard text.indices.contains(place), Self.accepts(pattern, text[place]) else { return nil }
        var state = state
        state.place += direction == .forward ? 1 : -1
        return next(state, &self)
    }

    private mutating func match(
        _ parts: [FuzzPattern], _ state: State, _ direction: Direction, then next: Continuation
    ) -> State? {
        guard let first = parts.first else { return next(state, &self) }
        return match(first, state, direction) { state, matcher in
            matcher.match(Array(parts.dropFirst()), state, direction, then: next)
        }
    }

    private mutating func capture(
        _ body: FuzzPattern, _ group: Int?, _ state: State, _ direction: Direction, then next: Continuation
    ) -> State? {
        match(body, state, direction) { end, matcher in
            var end = end
            if let group { end.captures[group] = min(state.place, end.place)..<max(state.place, end.place) }
            return next(end, &matcher)
        }
    }

    /// RepeatMatcher: each turn forgets the captures inside, and a turn that was not needed must consume something.
    private mutating func repeats(
        _ pattern: FuzzPattern, done: Int, _ state: State, _ direction: Direction, then next: Continuation
    ) -> State? {
        guard case .repetition(let body, let minimum, let maximum, let isLazy) = pattern else { return nil }
        if done == maximum { return next(state, &self) }
        if done >= minimum, isLazy, let end = next(state, &self) { return end }
        var inner = state
        for group in body.groups { group.number.map { inner.captures[$0] = nil } }
        let end = match(body, inner, direction) { end, matcher in
            if done >= minimum, end.place == state.place { return nil }
            return matcher.repeats(pattern, done: done + 1, end, direction, then: next)
        }
        if end != nil || done < minimum || isLazy { return end }
        return next(state, &self)
    }

    private mutating func looks(_ look: FuzzPattern.Look, _ body: FuzzPattern, _ state: State) -> State? {
        let direction: Direction = look == .ahead || look == .notAhead ? .forward : .backward
        let found = match(body, state, direction) { state, _ in state }
        switch look {
        case .ahead, .behind: return found.map { State(place: state.place, captures: $0.captures) }
        case .notAhead, .notBehind: return found == nil && budget > 0 ? state : nil
        }
    }

    /// What a group has not captured is the empty text.
    private func refer(
        to reference: FuzzPattern.Reference, _ state: State, _ direction: Direction
    ) -> State? {
        let groups =
            switch reference {
            case .number(let number): [number]
            case .name(let name): named[name] ?? []
            }
        guard let captured = groups.lazy.compactMap({ state.captures[$0] }).first else { return state }
        let start = direction == .forward ? state.place : state.place - captured.count
        guard start >= 0, start + captured.count <= text.count else { return nil }
        guard text[captured] == text[start..<(start + captured.count)] else { return nil }
        return State(place: direction == .forward ? start + captured.count : start, captures: state.captures)
    }

    private func holds(_ assertion: String, at place: Int) -> Bool {
        let before = place > 0 && Self.isWord(text[place - 1])
        let after = place < text.count && Self.isWord(text[place])
        return switch assertion {
        case "^": place == 0
        case "$": place == text.count
        case "\\b": before != after
        default: before == after
        }
    }
}

extension NaiveMatcher {
    /// Whether a pattern of one code point stands for this one.
    static func accepts(_ pattern: FuzzPattern, _ scalar: Unicode.Scalar) -> Bool {
        switch pattern {
        case .scalar(let expected): scalar == expected
        case .any: !["\n", "\r", "\u{2028}", "\u{2029}"].contains(scalar)
        case .set(let members, let negated): members.contains { accepts($0, scalar) } != negated
        default: false
        }
    }

    private static func accepts(_ member: FuzzPattern.Member, _ scalar: Unicode.Scalar) -> Bool {
        switch member {
        case .range(let low, let high): low <= scalar && scalar <= high
        case .shorthand("d"): ("0"..."9").contains(scalar)
        case .shorthand("w"): isWord(scalar)
        case .shorthand("s"): isSpace(scalar)
        case .shorthand("D"): !("0"..."9").contains(scalar)
        case .shorthand("W"): !isWord(scalar)
        case .shorthand: !isSpace(scalar)
        case .property("Lu"): scalar.properties.generalCategory == .uppercaseLetter
        case .property("Nd"): scalar.properties.generalCategory == .decimalNumber
        case .property("Zs"): scalar.properties.generalCategory == .spaceSeparator
        case .property: isLetter(scalar)
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_")
    }

    /// WhiteSpace and LineTerminator of ECMA-262.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        ["\t", "\u{B}", "\u{C}", "\n", "\r", "\u{FEFF}", "\u{2028}", "\u{2029}"].contains(scalar)
            || scalar.properties.generalCategory == .spaceSeparator
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}

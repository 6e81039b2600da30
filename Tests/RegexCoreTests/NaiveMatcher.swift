/// Backtracks through everything, on code points: slow, and simple enough to believe.
struct NaiveMatcher {
    private let text: [Unicode.Scalar]
    private var budget = 200_000

    /// nil when it would take too long.
    static func matches(_ pattern: RandomPattern, _ text: [Unicode.Scalar]) -> Bool? {
        var matcher = NaiveMatcher(text: text)
        let found = (0...text.count).contains { start in matcher.match(pattern, at: start) { _, _ in true } }
        return matcher.budget > 0 ? found : nil
    }

    private init(text: [Unicode.Scalar]) {
        self.text = text
    }

    private typealias Continuation = (Int, inout NaiveMatcher) -> Bool

    private mutating func match(_ pattern: RandomPattern, at place: Int, then next: Continuation) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        switch pattern {
        case .scalar, .set, .dot, .word, .notWord, .digit:
            return place < text.count && Self.accepts(pattern, text[place]) && next(place + 1, &self)
        case .assertion(let assertion): return holds(assertion, at: place) && next(place, &self)
        case .sequence(let parts): return match(parts[...], at: place, then: next)
        case .alternation(let parts): return parts.contains { match($0, at: place, then: next) }
        case .group(let body, _): return match(body, at: place, then: next)
        case .repetition(let body, let minimum, let maximum, _):
            return repeats(body, minimum, maximum, at: place, then: next)
        case .look(let kind, let body): return looks(kind, body, at: place) && next(place, &self)
        }
    }

    private mutating func match(_ parts: ArraySlice<RandomPattern>, at place: Int, then next: Continuation) -> Bool {
        guard let first = parts.first else { return next(place, &self) }
        return match(first, at: place) { middle, matcher in
            matcher.match(parts.dropFirst(), at: middle, then: next)
        }
    }

    private mutating func repeats(
        _ body: RandomPattern, _ minimum: Int, _ maximum: Int?, at place: Int, then next: Continuation
    ) -> Bool {
        if minimum == 0, next(place, &self) { return true }
        if maximum == 0 { return false }
        return match(body, at: place) { middle, matcher in
            if minimum == 0, middle == place { return false }
            return matcher.repeats(body, max(minimum - 1, 0), maximum.map { $0 - 1 }, at: middle, then: next)
        }
    }

    private mutating func looks(_ kind: String, _ body: RandomPattern, at place: Int) -> Bool {
        switch kind {
        case "?=": match(body, at: place) { _, _ in true }
        case "?!": !match(body, at: place) { _, _ in true }
        case "?<=": (0...place).contains { match(body, at: $0) { end, _ in end == place } }
        default: !(0...place).contains { match(body, at: $0) { end, _ in end == place } }
        }
    }

    private func holds(_ assertion: String, at place: Int) -> Bool {
        let before = place > 0 && Self.accepts(.word, text[place - 1])
        let after = place < text.count && Self.accepts(.word, text[place])
        return switch assertion {
        case "^": place == 0
        case "$": place == text.count
        case "\\b": before != after
        default: before == after
        }
    }

    private static func accepts(_ pattern: RandomPattern, _ scalar: Unicode.Scalar) -> Bool {
        switch pattern {
        case .scalar(let expected): scalar == expected
        case .set(let scalars, let negated): scalars.contains(scalar) != negated
        case .dot: !["\n", "\r", "\u{2028}", "\u{2029}"].contains(scalar)
        case .word: scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_")
        case .notWord: !accepts(.word, scalar)
        case .digit: ("0"..."9").contains(scalar)
        default: false
        }
    }
}

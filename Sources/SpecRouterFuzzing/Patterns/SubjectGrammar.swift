/// Makes texts up that a pattern matches, or would but for a small change.
struct SubjectGrammar {
    private var captures: [FuzzPattern.Reference: [Unicode.Scalar]] = [:]

    static func subject(for pattern: FuzzPattern, using choices: inout Choices) -> [Unicode.Scalar] {
        var grammar = SubjectGrammar()
        var text = Array(grammar.text(of: pattern, &choices).prefix(14))
        for _ in 0..<choices.below(3) {
            let place = choices.below(text.count + 1)
            switch choices.below(3) {
            case 0: text.insert(choices.pick(PatternGrammar.alphabet), at: place)
            case 1: if place < text.count { text.remove(at: place) }
            default: if place < text.count { text[place] = choices.pick(PatternGrammar.alphabet) }
            }
        }
        return text
    }

    private mutating func text(of pattern: FuzzPattern, _ choices: inout Choices) -> [Unicode.Scalar] {
        switch pattern {
        case .scalar(let scalar): return [scalar]
        case .any: return [choices.pick(PatternGrammar.alphabet)]
        case .set:
            let fitting = PatternGrammar.alphabet.filter { NaiveMatcher.accepts(pattern, $0) }
            return fitting.isEmpty ? [] : [choices.pick(fitting)]
        case .assertion, .look: return []
        case .sequence(let parts): return parts.flatMap { text(of: $0, &choices) }
        case .alternation(let parts): return text(of: choices.pick(parts), &choices)
        case .repetition(let body, let minimum, let maximum, _):
            let count = minimum + min(choices.below(4), maximum.map { $0 - minimum } ?? 4)
            return (0..<count).flatMap { _ in text(of: body, &choices) }
        case .group(let body, let group):
            let inner = text(of: body, &choices)
            if let number = group.number { captures[.number(number)] = inner }
            if case .named(_, let name) = group { captures[.name(name)] = inner }
            return inner
        case .backReference(let reference): return captures[reference] ?? []
        }
    }
}

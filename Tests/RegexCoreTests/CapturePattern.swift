/// A pattern with groups and references to them, and its search by ECMA-262's own continuations (section 22.2.2), spelled
/// out: slow, and near enough to the text of the standard to believe.
indirect enum CapturePattern {
    case scalar(Unicode.Scalar)
    case dot
    case sequence([CapturePattern])
    case alternation([CapturePattern])
    case repetition(CapturePattern, minimum: Int, maximum: Int?, lazy: Bool)
    case capture(CapturePattern, group: Int)
    case look(String, CapturePattern)
    case backReference(group: Int)

    /// `groups` counts those that are open or closed already.
    static func random(depth: Int, groups: inout Int, using random: inout SplitMix) -> CapturePattern {
        switch depth <= 0 ? random.below(4) : random.below(14) {
        case 0...1: return .scalar(random.pick(["a", "b"]))
        case 2: return random.below(3) == 0 ? .dot : .scalar("a")
        case 3: return groups > 0 ? .backReference(group: 1 + random.below(groups)) : .scalar("b")
        case 4...6:
            let group = groups + 1
            groups += 1
            return .capture(Self.random(depth: depth - 1, groups: &groups, using: &random), group: group)
        case 7...8: return .sequence(several(depth, &groups, &random))
        case 9...10: return .alternation(several(depth, &groups, &random))
        case 11...12:
            let minimum = random.below(3)
            let body = Self.random(depth: depth - 1, groups: &groups, using: &random)
            let maximum = random.pick([nil, nil, minimum, minimum + 1, minimum + 2])
            return .repetition(body, minimum: minimum, maximum: maximum, lazy: random.below(2) == 0)
        default:
            let kind = random.pick(["?=", "?!", "?<=", "?<!"])
            return .look(kind, Self.random(depth: depth - 1, groups: &groups, using: &random))
        }
    }

    private static func several(_ depth: Int, _ groups: inout Int, _ random: inout SplitMix) -> [CapturePattern] {
        var parts: [CapturePattern] = []
        for _ in 0...(1 + random.below(2)) {
            parts.append(Self.random(depth: depth - 1, groups: &groups, using: &random))
        }
        return parts
    }

    var text: String {
        switch self {
        case .scalar(let scalar): String(scalar)
        case .dot: "."
        case .sequence(let parts): "(?:\(parts.map(\.text).joined()))"
        case .alternation(let parts): "(?:\(parts.map(\.text).joined(separator: "|")))"
        case .repetition(let body, let minimum, let maximum, let lazy):
            "(?:\(body.text)){\(minimum),\(maximum.map(String.init) ?? "")}\(lazy ? "?" : "")"
        case .capture(let body, _): "(\(body.text))"
        case .look(let kind, let body): "(\(kind)\(body.text))"
        case .backReference(let group): "(?:\\\(group))"
        }
    }
}

struct NaiveCaptureMatcher {
    private struct State {
        var place: Int
        /// By group.
        var captures: [Int: Range<Int>] = [:]
    }

    private let text: [Unicode.Scalar]
    private var budget = 20_000

    /// nil when it would take too long.
    static func matches(_ pattern: CapturePattern, _ text: [Unicode.Scalar]) -> Bool? {
        var matcher = NaiveCaptureMatcher(text: text)
        let found = (0...text.count).contains { start in
            matcher.match(pattern, State(place: start), forward: true) { state, _ in state } != nil
        }
        return matcher.budget > 0 ? found : nil
    }

    private init(text: [Unicode.Scalar]) {
        self.text = text
    }

    private typealias Continuation = (State, inout NaiveCaptureMatcher) -> State?

    private mutating func match(
        _ pattern: CapturePattern, _ state: State, forward: Bool, then next: Continuation
    ) -> State? {
        budget -= 1
        guard budget > 0 else { return nil }
        switch pattern {
        case .scalar(let scalar): return consume([scalar], state, forward, then: next)
        case .dot:
            let place = forward ? state.place : state.place - 1
            guard text.indices.contains(place) else { return nil }
            return consume([text[place]], state, forward, then: next)
        case .sequence(let parts):
            return match((forward ? parts : parts.reversed())[...], state, forward: forward, then: next)
        case .alternation(let parts):
            for part in parts {
                if let found = match(part, state, forward: forward, then: next) { return found }
            }
            return nil
        case .repetition(let body, let minimum, let maximum, let lazy):
            return repeats(body, (minimum, maximum, lazy), state, forward, then: next)
        case .capture(let body, let group):
            return match(body, state, forward: forward) { inner, matcher in
                var result = inner
                result.captures[group] = min(state.place, inner.place)..<max(state.place, inner.place)
                return next(result, &matcher)
            }
        case .look(let kind, let body): return look(kind, body, state, then: next)
        case .backReference(let group):
            return consume(state.captures[group].map { Array(text[$0]) } ?? [], state, forward, then: next)
        }
    }

    private mutating func match(
        _ parts: ArraySlice<CapturePattern>, _ state: State, forward: Bool, then next: Continuation
    ) -> State? {
        guard let first = parts.first else { return next(state, &self) }
        return match(first, state, forward: forward) { inner, matcher in
            matcher.match(parts.dropFirst(), inner, forward: forward, then: next)
        }
    }

    private mutating func consume(
        _ wanted: [Unicode.Scalar], _ state: State, _ forward: Bool, then next: Continuation
    ) -> State? {
        let start = forward ? state.place : state.place - wanted.count
        guard start >= 0, start + wanted.count <= text.count else { return nil }
        guard Array(text[start..<(start + wanted.count)]) == wanted else { return nil }
        var result = state
        result.place = forward ? start + wanted.count : start
        return next(result, &self)
    }

    private mutating func look(
        _ kind: String, _ body: CapturePattern, _ state: State, then next: Continuation
    ) -> State? {
        var found = match(body, state, forward: !kind.contains("<")) { inner, _ in inner }
        found?.place = state.place
        if kind.hasSuffix("!") { return found == nil ? next(state, &self) : nil }
        guard let found else { return nil }
        return next(found, &self)
    }

    /// RepeatMatcher.
    private mutating func repeats(
        _ body: CapturePattern, _ bounds: (minimum: Int, maximum: Int?, lazy: Bool), _ state: State, _ forward: Bool,
        then next: Continuation
    ) -> State? {
        if bounds.maximum == 0 { return next(state, &self) }
        var fresh = state
        for group in body.groups { fresh.captures[group] = nil }
        let rest = (max(bounds.minimum - 1, 0), bounds.maximum.map { $0 - 1 }, bounds.lazy)
        func again(_ inner: State, _ matcher: inout NaiveCaptureMatcher) -> State? {
            if bounds.minimum == 0, inner.place == state.place { return nil }
            return matcher.repeats(body, rest, inner, forward, then: next)
        }
        if bounds.minimum > 0 { return match(body, fresh, forward: forward, then: again) }
        if bounds.lazy { return next(state, &self) ?? match(body, fresh, forward: forward, then: again) }
        return match(body, fresh, forward: forward, then: again) ?? next(state, &self)
    }
}

extension CapturePattern {
    fileprivate var groups: [Int] {
        switch self {
        case .scalar, .dot, .backReference: []
        case .sequence(let parts), .alternation(let parts): parts.flatMap(\.groups)
        case .repetition(let body, _, _, _), .look(_, let body): body.groups
        case .capture(let body, let group): [group] + body.groups
        }
    }
}

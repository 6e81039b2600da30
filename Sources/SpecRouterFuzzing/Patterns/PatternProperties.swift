import RegexCore

/// What holds for every pattern and every text.
///
/// An input is a made-up pattern, or (first byte odd) a pattern as text and, behind the byte 0xFF, what it is matched with.
enum PatternProperties {
    static func check(_ input: [UInt8]) throws(Finding) {
        var choices = Choices(input)
        if choices.below(2) == 1 {
            try checkWritten(choices.rest())
        } else {
            try checkMadeUp(&choices)
        }
    }

    private static let tierLists: [[ECMAPattern.Tier]] = [
        ECMAPattern.Tier.allCases, [.dfa, .nfa, .backtracker], [.nfa, .backtracker], [.backtracker],
    ]

    private static func checkMadeUp(_ choices: inout Choices) throws(Finding) {
        let pattern = PatternGrammar.pattern(using: &choices)
        let compiled = try compile(pattern.text)
        for _ in 0..<4 {
            let subject = SubjectGrammar.subject(for: pattern, using: &choices)
            let text = String(String.UnicodeScalarView(subject))
            let expected = NaiveMatcher.matches(pattern, subject)
            for pattern in compiled { try checkEffort(of: pattern, on: Array(text.utf8)) }
            try checkAgreement(compiled, on: text, expected: expected)
        }
    }

    private static func checkWritten(_ bytes: ArraySlice<UInt8>) throws(Finding) {
        let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
        let compiled = try compile(String(decoding: parts.first ?? [], as: UTF8.self))
        let subject = Array(parts.dropFirst().first ?? [])
        try checkAgreement(compiled, on: String(decoding: subject, as: UTF8.self), expected: nil)
        try checkAgreement(compiled, on: String(decoding: parts.first ?? [], as: UTF8.self), expected: nil)
        let long = [UInt8]((0..<24).map { _ in subject }.joined().prefix(512))
        for pattern in compiled { try checkEffort(of: pattern, on: Array(String(decoding: long, as: UTF8.self).utf8)) }
        // Text that is no UTF-8 has no meaning, but must not trap.
        for pattern in compiled { _ = pattern.match(subject.span) }
    }

    /// The pattern by every tier and in both syntaxes, as far as these take it.
    private static func compile(_ source: String) throws(Finding) -> [ECMAPattern] {
        var compiled: [ECMAPattern] = []
        for tiers in tierLists {
            do throws(ECMAPatternError) {
                compiled.append(try ECMAPattern(source, tiers: tiers))
            } catch {
                try check(error, of: source)
            }
        }
        let strict = Result { () throws(ECMAPatternError) in try ECMAPattern(source, syntax: .unicode) }
        switch strict {
        case .success(let pattern):
            try Finding.unless(!compiled.isEmpty, "The strict syntax is part of the tolerant one", quoted(source))
            let isWellFormed = ECMAPattern.isWellFormed(source, syntax: .unicode)
            try Finding.unless(isWellFormed, "What compiles is well-formed", quoted(source))
            compiled.append(pattern)
        case .failure(let error): try check(error, of: source)
        }
        return compiled
    }

    private static func check(_ error: ECMAPatternError, of source: String) throws(Finding) {
        let isInside = (0...source.utf8.count).contains(error.offset)
        try Finding.unless(isInside, "An error stands within the pattern", "\(error): \(quoted(source))")
        try Finding.unless(!error.message.isEmpty, "An error says what is wrong", quoted(source))
    }

    private static func checkAgreement(
        _ compiled: [ECMAPattern], on text: String, expected: Bool?
    ) throws(Finding) {
        var expected = expected
        let bytes = Array(text.utf8)
        for pattern in compiled {
            let outcome = pattern.match(bytes.span)
            let detail = "\(quoted(pattern.source)) by \(pattern.tier) on \(quoted(text)): \(outcome)"
            if outcome == .exhausted {
                try Finding.unless(pattern.tier == .backtracker, "Only the backtracker gives up", detail)
                continue
            }
            let found = outcome == .matches
            if let expected {
                try Finding.unless(found == expected, "All tiers and the naive matcher agree", detail)
            }
            expected = found
        }
    }

    /// Simulating takes steps in proportion to the text and to the program.
    private static func checkEffort(of pattern: ECMAPattern, on text: [UInt8]) throws(Finding) {
        let effort = pattern.simulationEffort(in: text.span)
        let limit = 3 * effort.instructions * (text.count + 2)
        let detail = "\(quoted(pattern.source)) on \(text.count) bytes: \(effort)"
        try Finding.unless(effort.steps <= limit, "A simulation is linear", detail)
    }

    private static func quoted(_ text: String) -> String { String(text.prefix(2_000)).debugDescription }
}

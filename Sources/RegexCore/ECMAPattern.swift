/// An ECMA-262 pattern, compiled.
///
/// Matching is a search: anywhere in the text unless the pattern says `^` or `$`, which stand for the very ends. It
/// works on code points with the meaning of the `u` flag, and takes time linear in the text, except that
/// a pattern with back-references is given up on after a fixed number of steps.
public struct ECMAPattern: Sendable, CustomStringConvertible {
    public enum Syntax: Sendable {
        /// ECMA-262 with the `u` flag, nothing else.
        case unicode
        /// The same meaning, but escapes such as `\-` and `\_` and lone brackets stand for themselves (Annex B).
        case tolerant
    }

    public enum Outcome: Sendable, Hashable {
        case matches, doesNotMatch
        /// The search was given up. Happens only to patterns with back-references.
        case exhausted
    }

    /// How a pattern is matched, fastest first.
    package enum Tier: Sendable, Hashable, Comparable, CaseIterable { case shape, dfa, nfa, backtracker }

    let compiled: CompiledPattern

    public init(_ source: String, syntax: Syntax = .tolerant) throws(ECMAPatternError) {
        try self.init(source, syntax: syntax, tiers: Tier.allCases)
    }

    /// Uses the first tier out of `tiers` that can match the pattern. The tiers agree; choosing is for tests.
    package init(_ source: String, syntax: Syntax = .tolerant, tiers: [Tier]) throws(ECMAPatternError) {
        let tree = try PatternParser.parse(source, syntax: syntax)
        compiled = CompiledPattern(source: source, matcher: try MatcherBuilder(tiers: tiers).build(tree))
    }

    public var source: String { compiled.source }

    /// `text` is valid UTF-8.
    package func match(_ text: Span<UInt8>) -> Outcome { compiled.matcher.match(text) }

    /// Whether the pattern occurs in `text`. An exhausted search counts as no.
    public func matches(_ text: String) -> Bool {
        match(Array(text.utf8).span) == .matches
    }

    /// Valid as long as this pattern is kept.
    package var view: PatternView { PatternView(compiled.matcher) }

    package var tier: Tier { compiled.matcher.tier }

    /// Bytes that the compiled tables take.
    package var footprint: Int { compiled.matcher.byteCount }

    public var description: String { source }
}

/// A class so that copying a pattern, as reading it out of a table does, counts one reference and not several.
final class CompiledPattern: Sendable {
    let source: String
    let matcher: Matcher

    init(source: String, matcher: Matcher) {
        self.source = source
        self.matcher = matcher
    }
}

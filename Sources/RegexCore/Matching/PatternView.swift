/// A pattern as a hot loop matches it: without counting references, valid only as long as the pattern is kept.
///
/// Unsafe because reading a pattern out of a table retained and released it and all that it is made of: for short texts
/// that was half of the time. The schema program that has the views keeps the patterns beside them, and evaluators the program.
@safe package struct PatternView: @unchecked Sendable {
    @safe private enum Form {
        case shape(Unmanaged<Box<ShapeMatcher>>)
        case dfa(Unmanaged<Box<DFA>>)
        case other
    }

    private let form: Form

    init(_ matcher: Matcher) {
        switch matcher {
        case .shape(let shape): form = unsafe .shape(.passUnretained(shape))
        case .dfa(let dfa): form = unsafe .dfa(.passUnretained(dfa))
        case .nfa, .backtracker, .all: form = .other
        }
    }

    /// Whether the pattern occurs in `text`, which is valid UTF-8; nil where the pattern itself must be asked.
    package func matches(_ text: Span<UInt8>) -> Bool? {
        switch form {
        case .shape(let shape): unsafe shape._withUnsafeGuaranteedRef { $0.value.matches(text) }
        case .dfa(let dfa): unsafe dfa._withUnsafeGuaranteedRef { $0.value.matches(text) }
        case .other: nil
        }
    }
}

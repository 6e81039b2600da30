/// How loudly a rule's findings are said.
public enum LintLevel: String, Sendable, Hashable, CaseIterable {
    case off, note, warning, error

    /// Nil when nothing is said.
    var severity: Diagnostic.Severity? {
        switch self {
        case .off: nil
        case .note: .note
        case .warning: .warning
        case .error: .error
        }
    }
}

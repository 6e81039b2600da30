/// What came of a token.
enum TokenFinding: Sendable {
    /// Without the scheme's name.
    case accepted(Principal)
    case refused
    /// It cannot be said now.
    case unable(SchemeCheck.Obstacle)
    /// What the closure returns is never `pending`.
    case pending(@Sendable () async -> TokenFinding)
}

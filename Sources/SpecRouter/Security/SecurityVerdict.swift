/// What came of a request's credentials.
enum SecurityVerdict: Sendable {
    /// One principal for each scheme of the alternative that was met; none when no credentials are needed.
    case granted([Principal])
    case refused(Problem)
    /// A verifier has to wait. What the closure returns is never `later`.
    case later(@Sendable () async -> SecurityVerdict)
}

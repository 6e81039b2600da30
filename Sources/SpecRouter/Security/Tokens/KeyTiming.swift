/// When keys are fetched anew.
public struct KeyTiming: Sendable, Hashable {
    /// Keys are fresh for as long as their source says, within these bounds.
    public var freshness: ClosedRange<Duration> = .seconds(60)...(.seconds(24 * 3600))
    /// When the source does not say.
    public var usualFreshness = Duration.seconds(900)
    /// For so long the last good keys serve while their source is down.
    public var keptFor = Duration.seconds(24 * 3600)
    /// Between fetches because of tokens that name an unknown key.
    public var between = Duration.seconds(30)
    /// Between fetches while there are no keys.
    public var betweenFailures = Duration.seconds(2)

    public init() {}

    /// Seconds from a fetch until the keys are stale.
    func freshness(announced: Duration?) -> Double {
        let lifetime = announced ?? usualFreshness
        return min(max(lifetime, freshness.lowerBound), freshness.upperBound).seconds
    }
}

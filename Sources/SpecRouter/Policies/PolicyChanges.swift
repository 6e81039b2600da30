/// Choices of a policy that are to differ from another one.
public struct PolicyChanges: Sendable {
    private var changes: [@Sendable (inout Policy) -> Void] = []

    public init() {}

    /// Comes before what was set earlier.
    public mutating func set<Choice: Sendable>(
        _ path: any WritableKeyPath<Policy, Choice> & Sendable, to choice: Choice
    ) {
        changes.append { $0[keyPath: path] = choice }
    }

    /// The same by a word; false when the choice does not have it.
    public mutating func set(_ choice: PolicyChoice, to word: String) -> Bool {
        var unused = Policy()
        guard choice.set(&unused, word) else { return false }
        changes.append { _ = choice.set(&$0, word) }
        return true
    }

    public func applied(to policy: Policy) -> Policy {
        changes.reduce(into: policy) { $1(&$0) }
    }
}

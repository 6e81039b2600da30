public import SpecRouter

/// Keys of a policy that are to differ from another one.
public struct PolicyChanges: Sendable, Hashable {
    public var unboundOperations: Policy.UnboundOperations?
    public var unknownQuery: Policy.UnknownQuery?
    public var duplicateKeys: Policy.DuplicateKeys?
    public var description: Policy.ServedDescription?
    public var problems: Policy.Verbosity?
    public var status: Policy.Check?
    public var type: Policy.Check?
    public var body: Policy.Check?
    public var headers: Policy.Check?

    public init() {}

    public func applied(to policy: Policy) -> Policy {
        var policy = policy
        policy.unboundOperations = unboundOperations ?? policy.unboundOperations
        policy.unknownQuery = unknownQuery ?? policy.unknownQuery
        policy.duplicateKeys = duplicateKeys ?? policy.duplicateKeys
        policy.description = description ?? policy.description
        policy.problems = problems ?? policy.problems
        policy.responses.status = status ?? policy.responses.status
        policy.responses.type = type ?? policy.responses.type
        policy.responses.body = body ?? policy.responses.body
        policy.responses.headers = headers ?? policy.responses.headers
        return policy
    }
}

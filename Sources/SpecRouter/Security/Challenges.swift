/// What `WWW-Authenticate` says to those who are not let in: a challenge for each alternative.
///
/// A bearer challenge says `invalid_token` only where the token was presented and is all that its alternative asks for:
/// which one of several credentials failed is nobody's business.
struct Challenges: Sendable {
    /// The challenges of one alternative, in the order of its schemes.
    struct Alternative: Sendable {
        var challenges: [Challenge] = []
        /// What it asks of bearer tokens, beside that they are good.
        var scopes: [String] = []

        fileprivate var isToken: Bool { challenges.count == 1 && challenges[0].isBearer }
    }

    private let alternatives: [Alternative]
    /// To whoever has presented nothing.
    let fields: [HeaderField]

    init(_ alternatives: [Alternative]) {
        self.alternatives = alternatives
        fields = Self.fields(alternatives.flatMap(\.challenges))
    }

    /// To whoever has presented a credential for these alternatives that is not good.
    func fields(presented: [Int]) -> [HeaderField] {
        if presented.isEmpty { return fields }
        let challenges = alternatives.enumerated().flatMap { index, alternative in
            alternative.isToken && presented.contains(index)
                ? alternative.challenges.map { $0.saying(.invalidToken) } : alternative.challenges
        }
        return Self.fields(challenges)
    }

    /// For credentials that are good, and not for all that these alternatives require.
    func fields(insufficient: [Int]) -> [HeaderField] {
        let lacking = insufficient.filter(alternatives.indices.contains).map { alternatives[$0] }
        return Self.fields(
            lacking.flatMap { alternative in
                alternative.challenges.filter(\.isBearer).map { $0.saying(.insufficientScope(alternative.scopes)) }
            })
    }

    private static func fields(_ challenges: [Challenge]) -> [HeaderField] {
        var known: [Challenge] = []
        for challenge in challenges where !known.contains(challenge) { known.append(challenge) }
        return known.map(\.field)
    }
}

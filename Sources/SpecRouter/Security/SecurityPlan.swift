/// Who may use an operation: any one of its alternatives, each of which is a set of schemes that must all be met.
///
/// A scheme that cannot be verified is never met. An alternative without schemes lets everybody in, and is only tried
/// when the credentials meet none of the others, so that known senders stay known.
///
/// A class: it is asked for each request, and a reference is cheaper to hand on than what it holds.
final class SecurityPlan: Sendable {
    let alternatives: [[SchemeCheck]]
    private let anonymous: Anonymous
    private let refusals: Refusals
    /// Names of query parameters that carry credentials: known to the operation though no parameter declares them.
    let queryNames: Set<String>

    enum Anonymous: Sendable {
        case admitted, refused
    }

    /// What is answered to those who are not let in. None says which part failed.
    struct Refusals: Sendable {
        private let challenges: Challenges
        /// 401 with a challenge for every alternative, to whoever has presented nothing.
        private let unauthorized: Problem

        init(_ challenges: Challenges) {
            self.challenges = challenges
            unauthorized = Problem(
                .unauthorized, "This operation requires credentials, and the request has none that are good for it.",
                fields: challenges.fields)
        }

        func unauthorized(presented alternatives: [Int]) -> Problem {
            var problem = unauthorized
            problem.fields = challenges.fields(presented: alternatives)
            return problem
        }

        func forbidden(_ alternatives: [Int]) -> Problem {
            Problem(
                .forbidden, "The credentials are good, but not for all that this operation requires.",
                fields: challenges.fields(insufficient: alternatives))
        }

        func unable(_ obstacle: SchemeCheck.Obstacle) -> Problem {
            switch obstacle {
            case .overloaded:
                Problem(
                    .overloaded, "Too many credentials are being verified at this moment.",
                    fields: [("Retry-After", "1")])
            case .unavailable:
                Problem(
                    .credentialsUnverifiable,
                    "What the credentials are verified with cannot be reached at this moment.",
                    fields: [("Retry-After", "5")])
            }
        }
    }

    /// Nothing is required.
    static let open = SecurityPlan([], anonymous: .admitted, challenges: Challenges([]))

    init(_ alternatives: [[SchemeCheck]], anonymous: Anonymous, challenges: Challenges) {
        self.alternatives = alternatives
        self.anonymous = anonymous
        refusals = Refusals(challenges)
        queryNames = Set(
            alternatives.joined().compactMap { check in
                guard case .query(let name) = check.placement else { return nil }
                return String(decoding: name, as: UTF8.self)
            })
    }

    /// `query` is what follows the target's `?`, as it stands there.
    func verify(_ head: borrowing RequestHead, query: Span<UInt8>) -> SecurityVerdict {
        // By far the most frequent requirement needs no lists.
        if alternatives.count == 1, alternatives[0].count == 1 {
            return verdict(alternatives[0][0].verify(head, query: query))
        }
        var outcome = Outcome()
        var waiting: [Waiting] = []
        for (index, alternative) in alternatives.enumerated() {
            let findings = Self.findings(alternative, head, query)
            let conclusion = Conclusion(findings)
            if case .granted(let principals) = conclusion { return .granted(principals) }
            if case .pending = conclusion { waiting.append(Waiting(alternative: index, findings: findings)) }
            outcome.note(conclusion, of: index)
        }
        guard !waiting.isEmpty else { return verdict(outcome) }
        return .later { [waiting, outcome] in await self.settle(waiting, outcome) }
    }

    private func verdict(_ finding: SchemeCheck.Finding) -> SecurityVerdict {
        switch finding {
        case .granted(let principal): return .granted([principal])
        case .pending: return .later { await self.settle([Waiting(alternative: 0, findings: [finding])], Outcome()) }
        case .insufficient, .absent, .refused, .unable:
            var outcome = Outcome()
            outcome.note(Conclusion([finding]), of: 0)
            return verdict(outcome)
        }
    }

    /// Stops at the first refusal: nothing that comes after it can mend it.
    private static func findings(
        _ alternative: [SchemeCheck], _ head: borrowing RequestHead, _ query: Span<UInt8>
    ) -> [SchemeCheck.Finding] {
        var findings: [SchemeCheck.Finding] = []
        for check in alternative {
            let finding = check.verify(head, query: query)
            findings.append(finding)
            switch finding {
            case .refused, .absent: return findings
            case .granted, .insufficient, .unable, .pending: break
            }
        }
        return findings
    }

    private func settle(_ waiting: [Waiting], _ outcome: Outcome) async -> SecurityVerdict {
        var outcome = outcome
        for alternative in waiting {
            var settled: [SchemeCheck.Finding] = []
            for finding in alternative.findings { settled.append(await finding.settled()) }
            let conclusion = Conclusion(settled)
            if case .granted(let principals) = conclusion { return .granted(principals) }
            outcome.note(conclusion, of: alternative.alternative)
        }
        return verdict(outcome)
    }

    private func verdict(_ outcome: Outcome) -> SecurityVerdict {
        if let obstacle = outcome.obstacle { return .refused(refusals.unable(obstacle)) }
        if anonymous == .admitted { return .granted([]) }
        if !outcome.insufficient.isEmpty { return .refused(refusals.forbidden(outcome.insufficient)) }
        return .refused(refusals.unauthorized(presented: outcome.refused))
    }
}

extension SecurityPlan {
    /// An alternative that cannot be decided at once.
    private struct Waiting: Sendable {
        let alternative: Int
        let findings: [SchemeCheck.Finding]
    }

    /// What the findings of one alternative come to.
    private enum Conclusion {
        case granted([Principal])
        case insufficient, pending
        case unable(SchemeCheck.Obstacle)
        case refused(Presence)

        enum Presence {
            case presented, absent
        }

        init(_ findings: [SchemeCheck.Finding]) {
            var principals: [Principal] = []
            self = .refused(.absent)
            var isInsufficient = false
            var isPending = false
            var obstacle: SchemeCheck.Obstacle?
            for finding in findings {
                switch finding {
                case .granted(let principal): principals.append(principal)
                case .insufficient: isInsufficient = true
                case .pending: isPending = true
                case .unable(let reason): obstacle = reason
                case .absent: return
                case .refused:
                    self = .refused(.presented)
                    return
                }
            }
            if let obstacle {
                self = .unable(obstacle)
            } else if isPending {
                self = .pending
            } else {
                self = isInsufficient ? .insufficient : .granted(principals)
            }
        }
    }

    /// What is remembered of the alternatives that were not met.
    private struct Outcome: Sendable {
        /// The alternatives whose credentials are good and not for all that they require.
        var insufficient: [Int] = []
        var obstacle: SchemeCheck.Obstacle?
        /// The alternatives for which a credential was there, and was not good.
        var refused: [Int] = []

        mutating func note(_ conclusion: Conclusion, of alternative: Int) {
            switch conclusion {
            case .insufficient: insufficient.append(alternative)
            case .unable(let reason): obstacle = reason
            case .refused(.presented): refused.append(alternative)
            case .granted, .refused(.absent), .pending: break
            }
        }
    }
}

extension SchemeCheck.Finding {
    fileprivate func settled() async -> SchemeCheck.Finding {
        guard case .pending(let wait) = self else { return self }
        return await wait()
    }
}

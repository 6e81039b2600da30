/// Who may use an operation: any one of its alternatives, each of which is a set of schemes that must all be met.
///
/// A scheme that cannot be verified is never met. An alternative without schemes lets everybody in, and is only tried
/// when the credentials meet none of the others, so that known senders stay known.
struct SecurityPlan: Sendable {
    private let alternatives: [[SchemeCheck]]
    private let anonymous: Anonymous
    private let refusals: Refusals
    /// Names of query parameters that carry credentials: known to the operation though no parameter declares them.
    let queryNames: Set<String>

    enum Anonymous: Sendable {
        case admitted, refused
    }

    /// What is answered to those who are not let in. None says which part failed.
    struct Refusals: Sendable {
        /// 401 with a challenge for every alternative.
        let unauthorized: Problem
        let forbidden = Problem(
            .forbidden, "The credentials are good, but not for all that this operation requires.")
        let overloaded = Problem(
            .overloaded, "Too many passwords are being checked at this moment.", fields: [("Retry-After", "1")])
    }

    /// Nothing is required.
    static let open = SecurityPlan([], anonymous: .admitted, challenges: [])

    init(_ alternatives: [[SchemeCheck]], anonymous: Anonymous, challenges: [HeaderField]) {
        self.alternatives = alternatives
        self.anonymous = anonymous
        refusals = Refusals(
            unauthorized: Problem(
                .unauthorized, "This operation requires credentials, and the request has none that are good for it.",
                fields: challenges))
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
        var waiting: [[SchemeCheck.Finding]] = []
        for alternative in alternatives {
            let findings = Self.findings(alternative, head, query)
            let conclusion = Conclusion(findings)
            if case .granted(let principals) = conclusion { return .granted(principals) }
            if case .pending = conclusion { waiting.append(findings) }
            outcome.note(conclusion)
        }
        guard !waiting.isEmpty else { return verdict(outcome) }
        return .later { [waiting, outcome] in await settle(waiting, outcome) }
    }

    private func verdict(_ finding: SchemeCheck.Finding) -> SecurityVerdict {
        switch finding {
        case .granted(let principal): return .granted([principal])
        case .pending: return .later { await settle([[finding]], Outcome()) }
        case .insufficient, .refused, .overloaded:
            var outcome = Outcome()
            outcome.note(Conclusion([finding]))
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
            if case .refused = finding { return [finding] }
            findings.append(finding)
        }
        return findings
    }

    private func settle(_ waiting: [[SchemeCheck.Finding]], _ outcome: Outcome) async -> SecurityVerdict {
        var outcome = outcome
        for findings in waiting {
            var settled: [SchemeCheck.Finding] = []
            for finding in findings { settled.append(await finding.settled()) }
            let conclusion = Conclusion(settled)
            if case .granted(let principals) = conclusion { return .granted(principals) }
            outcome.note(conclusion)
        }
        return verdict(outcome)
    }

    private func verdict(_ outcome: Outcome) -> SecurityVerdict {
        if outcome.isOverloaded { return .refused(refusals.overloaded) }
        if anonymous == .admitted { return .granted([]) }
        return .refused(outcome.isInsufficient ? refusals.forbidden : refusals.unauthorized)
    }
}

extension SecurityPlan {
    /// What the findings of one alternative come to.
    private enum Conclusion {
        case granted([Principal])
        case insufficient, refused, overloaded, pending

        init(_ findings: [SchemeCheck.Finding]) {
            var principals: [Principal] = []
            self = .refused
            var isInsufficient = false
            var isPending = false
            var isOverloaded = false
            for finding in findings {
                switch finding {
                case .granted(let principal): principals.append(principal)
                case .insufficient: isInsufficient = true
                case .pending: isPending = true
                case .overloaded: isOverloaded = true
                case .refused: return
                }
            }
            if isOverloaded {
                self = .overloaded
            } else if isPending {
                self = .pending
            } else {
                self = isInsufficient ? .insufficient : .granted(principals)
            }
        }
    }

    /// What is remembered of the alternatives that were not met.
    private struct Outcome: Sendable {
        var isInsufficient = false
        var isOverloaded = false

        mutating func note(_ conclusion: Conclusion) {
            switch conclusion {
            case .insufficient: isInsufficient = true
            case .overloaded: isOverloaded = true
            case .granted, .refused, .pending: break
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

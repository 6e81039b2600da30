import JSONCore

/// What is said when `anyOf` or `oneOf` fails: the branch that the discriminator picks, else the one that fits best.
extension Evaluator {
    /// Always false. Runs only while findings are listed.
    mutating func failChoice(_ choice: Choice, _ instruction: Instruction, _ index: Int, matched: [Int32]) -> Bool {
        let keyword = program.tables.sites[Int(instruction.site)].keyword
        if matched.count > 1 {
            let names = matched.map { String($0 + 1) }.joined(separator: " and ")
            return fail(
                instruction, at: index,
                "must match exactly one of the \(choice.count) alternatives, but \(names) both match")
        }
        if Output.traces { return traceChoice(choice, instruction, index, keyword) }
        guard choice.count > 1 else { return validate(rows.lists[choice.start], index, noTrack) }
        branchBudget -= Int(choice.count)
        guard branchBudget >= 0 else {
            return fail(instruction, at: index, "must match one of the \(choice.count) alternatives")
        }
        let start = sink.mark
        let branches = listBranches(choice, index)
        let discriminator = program.tables.discriminators[instruction.a]
        let (best, message) = pick(branches, choice, discriminator, keyword, index)
        let header = Finding(site: instruction.site, index: index, message: message)
        sink.keep(best.map { branches[$0].findings } ?? start..<start, after: header, since: start)
        return false
    }

    /// Every branch with what is wrong in it.
    private mutating func traceChoice(
        _ choice: Choice, _ instruction: Instruction, _ index: Int, _ keyword: String
    ) -> Bool {
        branchBudget -= Int(choice.count)
        sink.openGroup(Finding(site: instruction.site, index: index, message: lead(choice, keyword)))
        if branchBudget >= 0, sink.isTracing {
            for branch in 0..<choice.count { _ = validate(rows.lists[choice.start &+ branch], index, noTrack) }
        }
        sink.closeGroup()
        return false
    }

    private func lead(_ choice: Choice, _ keyword: String) -> String {
        "must match \(keyword == "oneOf" ? "exactly" : "at least") one of the \(choice.count) alternatives"
    }

    /// What each branch has to say, and how far it is from fitting.
    private mutating func listBranches(_ choice: Choice, _ index: Int) -> [Branch] {
        (0..<choice.count).map { branch in
            let start = sink.mark
            let saved = sink.openBranch()
            _ = validate(rows.lists[choice.start &+ branch], index, noTrack)
            sink.closeBranch(saved)
            let findings = start..<sink.mark
            return Branch(findings: findings, distance: distance(of: findings, at: index))
        }
    }

    /// Type before the values that tell branches apart, these before required properties, these before all else.
    private func distance(of findings: Range<Int>, at index: Int) -> Int {
        findings.reduce(0) { sum, position in
            guard let finding = sink.finding(at: position) else { return sum }
            switch program.tables.sites[Int(finding.site)].keyword {
            case "type" where finding.index == index, "false": return sum &+ Branch.wrongType
            case "const", "enum": return sum &+ 10_000
            case "required": return sum &+ 100
            default: return sum &+ 1
            }
        }
    }

    private mutating func pick(
        _ branches: [Branch], _ choice: Choice, _ discriminator: Discriminator?, _ keyword: String, _ index: Int
    ) -> (best: Int?, message: String) {
        var lead = lead(choice, keyword)
        if let discriminator, view.entry(index).kind == .object {
            let property = discriminator.property
            if let branch = pickedBranch(discriminator, index) {
                return (branch, "\(lead); \"\(property)\" picks alternative \(branch + 1), which does not fit")
            }
            if let branch = discriminator.fallback {
                let reason = "\"\(property)\" picks none, so alternative \(branch + 1) is meant"
                return (branch, "\(lead); \(reason), which does not fit")
            }
            lead += discriminator.wish
        }
        guard let best = branches.indices.min(by: { branches[$0].distance < branches[$1].distance }) else {
            return (nil, lead)
        }
        if branches[best].distance < Branch.wrongType {
            return (best, "\(lead); alternative \(best + 1) fits best, but not quite")
        }
        let kinds = kinds(of: choice)
        let isKindWrong = !kinds.isEmpty && !kinds.contains(view.entry(index).kind)
        return (nil, isKindWrong ? "must be \(phrase(of: kinds))" : lead)
    }

    /// Those that some branch takes.
    private mutating func kinds(of choice: Choice) -> JSONKind {
        var budget = 256
        let nodes = (choice.start..<choice.start &+ choice.count).map { rows.lists[$0] }
        var kinds = JSONKind()
        for kind in (0..<7).map({ JSONKind(rawValue: 1 << $0) }) {
            for node in nodes where takes(kind, node, &budget) { kinds.formUnion(kind) }
        }
        return kinds
    }

    /// Whether a schema, with what it refers to and the parts of its `allOf`, takes instances of one kind. True when
    /// that is too much to ask.
    private mutating func takes(_ kind: JSONKind, _ id: Int32, _ budget: inout Int) -> Bool {
        budget -= 1
        let node = rows.nodes[id]
        guard node.kinds.contains(kind) else { return false }
        guard budget > 0 else { return true }
        for position in instructions(of: id, for: kind) {
            let instruction = rows.instructions[position]
            let parts: [Int32] =
                switch instruction.opcode {
                case .reference: [instruction.a]
                case .allOf: (instruction.a..<instruction.a &+ instruction.b).map { rows.lists[$0] }
                default: []
                }
            for part in parts where !takes(kind, part, &budget) { return false }
        }
        return true
    }

    private func pickedBranch(_ discriminator: Discriminator, _ index: Int) -> Int? {
        guard let value = JSON(tape: tape, index: index)[discriminator.property]?.string else { return nil }
        return discriminator.branches.first { $0.value.utf8.elementsEqual(value.utf8) }?.branch
    }
}

extension Discriminator {
    /// Which values would have picked a branch. Its schema's name, which comes last, only where no mapping has another.
    fileprivate var wish: String {
        let values = branches.indices.filter { position in
            let isLast = !branches[(position + 1)...].contains { $0.branch == branches[position].branch }
            return !isLast || !branches[..<position].contains { $0.branch == branches[position].branch }
        }
        guard (1...10).contains(values.count) else { return "" }
        return "; \"\(property)\" picks one by \(alternatives(values.map { "\"\(branches[$0].value)\"" }))"
    }
}

private struct Branch {
    static let wrongType = 1_000_000
    var findings: Range<Int>
    var distance: Int
}

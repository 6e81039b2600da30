import JSONCore

/// Finds what tells the branches of a choice apart, so that one of them is tried and not all.
extension Compilation {
    /// Looks for a property that every branch for objects requires, and whose strings no two of them share. Reports say
    /// something of every branch, so nothing is looked for.
    mutating func tagChoices() {
        guard options.purpose == .verdicts else { return }
        for choice in tables.choices.indices where tables.choices[choice].count > 1 {
            let branches = branches(of: tables.choices[choice])
            guard let first = branches.first, branches.count > 1 else { continue }
            let tag = required(in: first.plan).first { name in
                branches.allSatisfy { values(of: name, in: $0.plan) != nil }
                    && isDisjoint(branches.flatMap { values(of: name, in: $0.plan) ?? [] })
            }
            if let tag { self.tag(choice, by: tag, branches) }
        }
    }

    private mutating func tag(_ choice: Int, by name: [UInt8], _ branches: [(branch: Int32, plan: ObjectPlan)]) {
        let drafts = branches.flatMap { branch, plan in
            (values(of: name, in: plan) ?? []).map {
                SlotDraft(name: String(decoding: $0, as: UTF8.self), node: branch)
            }
        }
        tables.choices[choice].tag = table(of: [SlotDraft(name: String(decoding: name, as: UTF8.self))]).start
        tables.choices[choice].values = table(of: drafts)
    }

    /// The branches that take objects; none when one of them is not plain enough to tell.
    private func branches(of choice: Choice) -> [(branch: Int32, plan: ObjectPlan)] {
        var branches: [(branch: Int32, plan: ObjectPlan)] = []
        for branch in 0..<choice.count {
            let node = tables.lists[Int(choice.start + branch)]
            guard tables.nodes[Int(node)].kinds.contains(.object) else { continue }
            let own = instructions(of: node, for: .object).first { $0.opcode == .properties }
            guard let own else { return [] }
            branches.append((branch, tables.objects[Int(own.a)]))
        }
        return branches
    }

    private func required(in plan: ObjectPlan) -> [[UInt8]] {
        slots(of: plan.table).filter { $0.required != 0 }.map(name)
    }

    /// The strings that a required property may be; nil when it may be anything else.
    private func values(of name: [UInt8], in plan: ObjectPlan) -> [[UInt8]]? {
        let slot = slots(of: plan.table).first { $0.required != 0 && $0.node >= 0 && self.name(of: $0) == name }
        guard let slot else { return nil }
        let enumerations = instructions(of: slot.node, for: .string).filter {
            $0.opcode == .enumeration || $0.opcode == .constant
        }
        guard let own = enumerations.first else { return nil }
        let enumeration = tables.enumerations[Int(own.a)]
        guard enumeration.count == 0 || tables.nodes[Int(slot.node)].kinds == .string else { return nil }
        return slots(of: enumeration.strings).map(self.name)
    }

    private func isDisjoint(_ values: [[UInt8]]) -> Bool { Set(values).count == values.count }

    private func instructions(of node: Int32, for kind: JSONKind) -> ArraySlice<Instruction> {
        let extent = tables.extents[Int(Node.Extent.position(of: kind, in: node))]
        let start = Int(tables.nodes[Int(node)].start)
        return tables.instructions[start + Int(extent.first)..<start + Int(extent.end)]
    }

    private func slots(of table: NameTable) -> ArraySlice<Slot> {
        tables.slots[Int(table.start)..<Int(table.start + table.count)]
    }

    private func name(of slot: Slot) -> [UInt8] {
        Array(tables.names[Int(slot.name)..<Int(slot.name) + slot.key.count])
    }
}

import JSONCore

extension ProgramTables {
    /// Notes in the slots what their nodes say, as far as that is a kind and one thing more: it is for three of four properties.
    /// Comes last, when the flags of all nodes are known.
    mutating func describeNodesInSlots() {
        for slot in slots.indices {
            let node = slots[slot].node
            guard node >= 0, node < nodes.count, let only = onlyInstruction(of: node) else { continue }
            slots[slot].kinds = nodes[Int(node)].kinds
            slots[slot].only = only
        }
    }

    /// nil where more is needed than the test of a kind and one instruction.
    private func onlyInstruction(of id: Int32) -> Int32? {
        let node = nodes[Int(id)]
        if node.flags.isEmpty { return Slot.kindsAlone }
        guard node.flags == .checked else { return nil }
        let kinds = (0..<7).map { JSONKind(rawValue: 1 << $0) }.filter(node.kinds.contains)
        let own = kinds.map { extents[Int(Node.Extent.position(of: $0, in: id))] }
        guard let first = own.first, own.allSatisfy({ $0 == first }) else { return nil }
        switch first.end - first.first {
        case 0: return Slot.kindsAlone
        case 1: return node.start + Int32(first.first)
        default: return nil
        }
    }
}

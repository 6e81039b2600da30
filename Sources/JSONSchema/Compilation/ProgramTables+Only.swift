import JSONCore

extension ProgramTables {
    /// Notes `Node.only`, and for the nodes of properties in their slots, too. Comes last, when the flags of all nodes are known.
    mutating func noteOnlyInstructions() {
        for node in nodes.indices { nodes[node].only = onlyInstruction(of: Int32(node)) ?? Node.several }
        for slot in slots.indices {
            let node = Int(slots[slot].node)
            guard nodes.indices.contains(node) else { continue }
            slots[slot].kinds = nodes[node].kinds
            slots[slot].only = nodes[node].only
        }
    }

    /// nil where more is needed than the test of a kind and one instruction.
    private func onlyInstruction(of id: Int32) -> Int32? {
        let node = nodes[Int(id)]
        if node.flags.isEmpty { return Node.kindsAlone }
        guard node.flags == .checked else { return nil }
        let kinds = (0..<7).map { JSONKind(rawValue: 1 << $0) }.filter(node.kinds.contains)
        let own = kinds.map { extents[Int(Node.Extent.position(of: $0, in: id))] }
        guard let first = own.first, own.allSatisfy({ $0 == first }) else { return nil }
        switch first.end - first.first {
        case 0: return Node.kindsAlone
        case 1: return node.start + Int32(first.first)
        default: return nil
        }
    }
}

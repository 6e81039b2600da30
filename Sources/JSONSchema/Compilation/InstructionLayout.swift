import JSONCore

/// A node's instructions, so that those for one kind of instance stand in one piece. What is run for every kind stands in
/// each of the pieces that also have something of their own.
struct InstructionLayout {
    private let groups: [Opcode.Group: [Instruction]]
    private(set) var instructions: [Instruction]

    init(_ instructions: [Instruction]) {
        groups = Dictionary(grouping: instructions, by: \.opcode.group)
        // Items before properties: see `Node.unevaluated(for:)`.
        self.instructions = (groups[.last] ?? []).sorted { $0.opcode.rawValue < $1.opcode.rawValue }
    }

    mutating func place(in node: inout Node) {
        for instruction in instructions {
            node.flags.insert(instruction.opcode == .unevaluatedItems ? .tracksItems : .tracksProperties)
        }
        if !groups.isEmpty { node.flags.insert(.checked) }
        let common = extent(of: groups[.every] ?? [])
        node.other = common
        node.number = extent(of: .number, for: [.integer, .number], in: node, common)
        node.string = extent(of: .string, for: .string, in: node, common)
        node.array = extent(of: .array, for: .array, in: node, common)
        node.object = extent(of: .object, for: .object, in: node, common)
    }

    /// Kinds that the node does not take need no piece.
    private mutating func extent(
        of group: Opcode.Group, for kinds: JSONKind, in node: Node, _ common: Node.Extent
    ) -> Node.Extent {
        guard let own = groups[group], !node.kinds.isDisjoint(with: kinds) else { return common }
        return extent(of: own + (groups[.every] ?? []))
    }

    private mutating func extent(of piece: [Instruction]) -> Node.Extent {
        let first = UInt16(clamping: instructions.count)
        instructions += piece
        return Node.Extent(first: first, end: UInt16(clamping: instructions.count))
    }
}

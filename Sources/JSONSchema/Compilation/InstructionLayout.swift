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

    /// Lays the pieces out, and says what the node has. Kinds that it does not take need no piece.
    mutating func place(in node: inout Node) -> [(JSONKind, Node.Extent)] {
        for instruction in instructions {
            node.flags.insert(instruction.opcode == .unevaluatedItems ? .tracksItems : .tracksProperties)
        }
        if !groups.isEmpty { node.flags.insert(.checked) }
        let common = groups[.every] ?? []
        let shared = extent(of: common)
        var extents: [(JSONKind, Node.Extent)] = [(.null, shared), (.boolean, shared)]
        for (group, kinds) in Self.kinds {
            let own = kinds.contains { node.kinds.contains($0) } ? groups[group] : nil
            let extent = own.map { self.extent(of: $0 + common) } ?? shared
            extents += kinds.map { ($0, extent) }
        }
        return extents
    }

    private static let kinds: [(Opcode.Group, [JSONKind])] = [
        (.number, [.integer, .number]), (.string, [.string]), (.array, [.array]), (.object, [.object]),
    ]

    private mutating func extent(of piece: [Instruction]) -> Node.Extent {
        let first = UInt16(clamping: instructions.count)
        instructions += piece
        return Node.Extent(first: first, end: UInt16(clamping: instructions.count))
    }
}

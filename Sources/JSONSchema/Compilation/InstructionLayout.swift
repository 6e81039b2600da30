import JSONCore

/// A node's instructions, so that those for one kind of instance stand in one piece. What is run for every kind stands in
/// each of the pieces that also have something of their own.
struct InstructionLayout {
    private let drafts: [Instruction]
    private(set) var instructions: [Instruction]

    init(_ instructions: [Instruction]) {
        drafts = instructions
        // Items before properties: see `Node.unevaluated(for:)`.
        self.instructions = instructions.filter { $0.opcode.group == .last }
        self.instructions.sort { $0.opcode.rawValue < $1.opcode.rawValue }
    }

    /// Lays the pieces out, and says what the node has. Kinds that it does not take need no piece.
    mutating func place(in node: inout Node, _ note: (JSONKind, Node.Extent) -> Void) {
        guard !drafts.isEmpty else { return }
        for instruction in instructions {
            node.flags.insert(instruction.opcode == .unevaluatedItems ? .tracksItems : .tracksProperties)
        }
        node.flags.insert(.checked)
        let shared = extent(of: .every, nil)
        note(.null, shared)
        note(.boolean, shared)
        for (group, kinds) in Self.kinds {
            let isNeeded = drafts.contains { $0.opcode.group == group } && kinds.contains { node.kinds.contains($0) }
            let extent = isNeeded ? self.extent(of: group, .every) : shared
            for kind in kinds { note(kind, extent) }
        }
    }

    private static let kinds: [(Opcode.Group, [JSONKind])] = [
        (.number, [.integer, .number]), (.string, [.string]), (.array, [.array]), (.object, [.object]),
    ]

    private mutating func extent(of group: Opcode.Group, _ other: Opcode.Group?) -> Node.Extent {
        let first = UInt16(clamping: instructions.count)
        for instruction in drafts where instruction.opcode.group == group { instructions.append(instruction) }
        for instruction in drafts where instruction.opcode.group == other { instructions.append(instruction) }
        return Node.Extent(first: first, end: UInt16(clamping: instructions.count))
    }
}

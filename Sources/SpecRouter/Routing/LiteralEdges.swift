/// The children that literals lead to, of all nodes, in one open-addressing table at most half full.
struct LiteralEdges: Sendable {
    struct Edge: Sendable {
        var parent: Int32
        var child: Int32
        var literal: Range<Int>
        var hash: UInt32
    }

    private let edges: [Edge]
    /// Indices of edges, -1 for free; the count is a power of two.
    private let slots: [Int32]
    private let mask: Int

    init(_ edges: [Edge]) {
        var count = 4
        while count < edges.count * 2 { count *= 2 }
        var slots = [Int32](repeating: -1, count: count)
        for (index, edge) in edges.enumerated() {
            var slot = Int(edge.hash) & (count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index)
        }
        self.edges = edges
        self.slots = slots
        self.mask = count - 1
    }

    static func hash(of literal: some Sequence<UInt8>, under node: Int) -> UInt32 {
        var hash = OctetHash()
        for byte in literal { hash.add(byte) }
        return hash.mixed(with: node)
    }

    /// The child of `node` whose literal the decoded segment is.
    func child(of node: Int, _ path: Span<UInt8>, _ segment: Segment, text: [UInt8]) -> Int? {
        var running = segment.hash
        if segment.hasEscapes {
            running = OctetHash()
            PercentDecoding.forEachByte(of: path, segment.range) { running.add($0) }
        }
        let hash = running.mixed(with: node)
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let edge = edges[Int(slots[slot])]
            if edge.hash == hash, edge.parent == Int32(truncatingIfNeeded: node),
                Self.equals(path, segment, text, edge.literal)
            {
                return Int(edge.child)
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// The child that a trailing slash leads to.
    func emptyChild(of node: Int) -> Int? {
        let hash = OctetHash().mixed(with: node)
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let edge = edges[Int(slots[slot])]
            if edge.literal.isEmpty, edge.parent == Int32(truncatingIfNeeded: node) { return Int(edge.child) }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    @inline(__always)
    private static func equals(
        _ path: Span<UInt8>, _ segment: Segment, _ text: [UInt8], _ literal: Range<Int>
    ) -> Bool {
        if segment.hasEscapes { return PercentDecoding.equals(path, segment.range, text.span, literal) }
        guard segment.range.count == literal.count else { return false }
        let distance = literal.lowerBound &- segment.range.lowerBound
        for index in segment.range where path[index] != text[index &+ distance] { return false }
        return true
    }
}

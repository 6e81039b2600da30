/// A way from one node to another.
struct Link: Sendable {
    /// `inPlace` holds for every instance, `inPlaceAtTimes` for some. `part` leads into the instance, `partAgain` to a part
    /// that another may lead to as well. `dynamic` has the name of a dynamic anchor as its target.
    enum Kind: Sendable {
        case inPlace, inPlaceAtTimes, part, partAgain, dynamic

        var staysInPlace: Bool { self != .part && self != .partAgain }
    }

    var kind: Kind
    var target: Int32
}

/// The links of all nodes, behind one another.
struct LinkTable: Sendable {
    private var links: [Link] = []
    /// By node.
    private var extents: [Range<Int32>] = []

    /// Of a node that has no links yet.
    mutating func addNode() { extents.append(0..<0) }

    mutating func set(_ own: [Link], of node: Int32) {
        let start = Int32(links.count)
        links += own
        extents[Int(node)] = start..<Int32(links.count)
    }

    subscript(node: Int32) -> ArraySlice<Link> {
        let extent = extents[Int(node)]
        return links[Int(extent.lowerBound)..<Int(extent.upperBound)]
    }
}

/// Where some nodes lead: those from `first` on, to one another.
struct NodeGraph {
    let first: Int32
    let count: Int
    private var targets: [Int32] = []
    /// Where the targets of each node end; those of the next one start there.
    private var ends: [Int32] = []

    init(from first: Int, to end: Int, targets add: (_ node: Int32, _ to: inout [Int32]) -> Void) {
        self.first = Int32(first)
        count = end - first
        ends.reserveCapacity(count)
        var found: [Int32] = []
        for node in first..<end {
            found.removeAll(keepingCapacity: true)
            add(Int32(node), &found)
            for target in found where target >= self.first { targets.append(target) }
            ends.append(Int32(targets.count))
        }
    }

    /// Positions of a node's targets.
    func extent(of node: Int32) -> Range<Int> {
        let slot = Int(node - first)
        return (slot == 0 ? 0 : Int(ends[slot - 1]))..<Int(ends[slot])
    }

    func target(_ position: Int) -> Int32 { targets[position] }

    func leadsToItself(_ node: Int32) -> Bool { targets[extent(of: node)].contains(node) }
}

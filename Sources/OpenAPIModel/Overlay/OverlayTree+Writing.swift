import JSONCore

/// The tree is nested deeper than descriptions may be.
struct OverlayTooDeep: Error {}

extension OverlayTree {
    /// The tree as one tape, with the origins of all its entries. `origins` is what is known of the first tape.
    func written(
        _ origins: ValueOrigins, maximumDepth: Int
    ) throws(OverlayTooDeep) -> (json: JSON, origins: ValueOrigins) {
        var writer = OverlayWriter(tree: self, known: origins, maximumDepth: maximumDepth)
        try writer.write(Self.root, depth: 0)
        let json = writer.builder.finish()
        guard json.depth <= maximumDepth else { throw OverlayTooDeep() }
        return (json, writer.origins)
    }
}

private struct OverlayWriter {
    let tree: OverlayTree
    let known: ValueOrigins
    let maximumDepth: Int
    var builder = TapeBuilder()
    var origins = ValueOrigins()

    mutating func write(_ node: OverlayTree.NodeID, depth: Int) throws(OverlayTooDeep) {
        guard depth <= maximumDepth else { throw OverlayTooDeep() }
        let content = tree.nodes[node].content
        let json = tree.json(of: node)
        switch content {
        case .whole:
            note(tree.nodes[node].origin, count: json.tape.next(after: json.index) - json.index)
            builder.append(json)
        case .object(let members):
            note(tree.nodes[node].origin, count: 1)
            builder.beginObject()
            for member in members where !tree.nodes[member.value].isRemoved {
                note(member.key, count: 1)
                tree.json(at: member.key).withText { builder.key($0) }
                try write(member.value, depth: depth + 1)
            }
            builder.endObject()
        case .array(let elements):
            note(tree.nodes[node].origin, count: 1)
            builder.beginArray()
            for element in elements where !tree.nodes[element].isRemoved { try write(element, depth: depth + 1) }
            builder.endArray()
        }
    }

    private mutating func note(_ origin: OverlayTree.Origin, count: Int) {
        let start = builder.nextIndex
        if origin.text == 0 {
            origins.add(origin.index..<origin.index + count, of: known, at: start)
        } else {
            origins.add(origin, at: start)
        }
    }
}

extension JSON {
    /// How many arrays and objects are open at most.
    fileprivate var depth: Int {
        var open: [Int] = []
        var depth = 0
        for index in self.index..<tape.next(after: self.index) {
            while let end = open.last, end <= index { open.removeLast() }
            let entry = tape.entry(index)
            if entry.isContainer { open.append(entry.end) }
            depth = max(depth, open.count)
        }
        return depth
    }
}

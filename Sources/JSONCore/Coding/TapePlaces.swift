/// Where each value of a document stands in its container, for coding paths.
struct TapePlaces {
    private let tape: JSONTape
    private let root: Int
    private var parents: [Int] = []
    /// In an array.
    private var positions: [Int] = []

    init(_ tape: JSONTape, _ root: Int) {
        self.tape = tape
        self.root = root
        var open: [(container: Int, children: Int)] = []
        for index in root..<tape.next(after: root) {
            while let last = open.last, tape.entry(last.container).end <= index { open.removeLast() }
            parents.append(open.last?.container ?? root)
            positions.append(open.last?.children ?? 0)
            if !open.isEmpty { open[open.count - 1].children += 1 }
            if tape.entry(index).isContainer { open.append((index, 0)) }
        }
    }

    /// Of the value at `index`, from the root.
    func path(to index: Int) -> [any CodingKey] {
        var path: [PathKey] = []
        var index = index
        while index > root, index - root < parents.count {
            let parent = parents[index - root]
            path.append(key(of: index, in: parent))
            index = parent
        }
        return path.reversed()
    }

    private func key(of index: Int, in parent: Int) -> PathKey {
        guard tape.entry(parent).kind == .object else { return PathKey(positions[index - root]) }
        return PathKey(tape.withText(at: index - 1) { String(utf8: $0) })
    }
}

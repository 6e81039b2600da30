/// Strongly connected components of a graph of nodes: Tarjan's algorithm, iterative, so that depth costs no stack.
struct Components {
    private let first: Int32
    /// One node of the cycle that a node is part of, by node from `first` on; `none` for those that are part of no cycle.
    private var cycles: [Int32]

    private static let none: Int32 = -1

    func isCyclic(_ node: Int32) -> Bool { component(of: node) != nil }

    /// nil for a node that is part of no cycle.
    func component(of node: Int32) -> Int32? {
        let cycle = cycles[Int(node - first)]
        return cycle == Self.none ? nil : cycle
    }

    init(of graph: NodeGraph) {
        first = graph.first
        cycles = [Int32](repeating: Self.none, count: graph.count)
        var search = Search(graph)
        for root in graph.first..<graph.first + Int32(graph.count) where !search.isKnown(root) {
            search.enter(root)
            while let members = search.advance() {
                for member in members { cycles[Int(member - first)] = members[0] }
            }
        }
    }
}

extension Components {
    private struct Search {
        private struct Step {
            var node: Int32
            /// Of its targets that are left.
            var positions: Range<Int>
        }

        private let graph: NodeGraph
        /// By node, counted from the first: when it was entered, and the earliest entered that it leads back to.
        private var order: [Int32]
        private var low: [Int32]
        private var isOpen: [Bool]
        /// Entered and not yet given to a component.
        private var open: [Int32] = []
        private var path: [Step] = []
        private var entered: Int32 = 0

        init(_ graph: NodeGraph) {
            self.graph = graph
            order = [Int32](repeating: -1, count: graph.count)
            low = order
            isOpen = [Bool](repeating: false, count: graph.count)
        }

        private func slot(_ node: Int32) -> Int { Int(node - graph.first) }

        func isKnown(_ node: Int32) -> Bool { order[slot(node)] >= 0 }

        mutating func enter(_ node: Int32) {
            order[slot(node)] = entered
            low[slot(node)] = entered
            entered += 1
            open.append(node)
            isOpen[slot(node)] = true
            path.append(Step(node: node, positions: graph.extent(of: node)))
        }

        /// The members of the next cycle; nil when the search from the root is over.
        mutating func advance() -> [Int32]? {
            while let step = path.last {
                if let position = step.positions.first {
                    path[path.count - 1].positions = position + 1..<step.positions.upperBound
                    follow(graph.target(position), from: step.node)
                } else if let members = leave(step) {
                    return members
                }
            }
            return nil
        }

        private mutating func follow(_ target: Int32, from node: Int32) {
            if !isKnown(target) {
                enter(target)
            } else if isOpen[slot(target)] {
                low[slot(node)] = min(low[slot(node)], order[slot(target)])
            }
        }

        /// The members of the component that the step's node closes, when they are a cycle.
        private mutating func leave(_ step: Step) -> [Int32]? {
            let node = slot(step.node)
            path.removeLast()
            if let outer = path.last { low[slot(outer.node)] = min(low[slot(outer.node)], low[node]) }
            guard low[node] == order[node] else { return nil }
            guard open.last != step.node else {
                open.removeLast()
                isOpen[node] = false
                return graph.leadsToItself(step.node) ? [step.node] : nil
            }
            var members: [Int32] = []
            while let member = open.popLast() {
                isOpen[slot(member)] = false
                members.append(member)
                if member == step.node { break }
            }
            return members
        }
    }
}

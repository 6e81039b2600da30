/// Strongly connected components of a graph of nodes: Tarjan's algorithm, iterative, so that depth costs no stack.
struct Components {
    /// One node of the cycle that a node is part of, by node.
    private var cycles: [Int32: Int32] = [:]

    func isCyclic(_ node: Int32) -> Bool { cycles[node] != nil }

    /// nil for a node that is part of no cycle.
    func component(of node: Int32) -> Int32? { cycles[node] }

    /// Nodes before `first` are left out.
    init(first: Int, count: Int, targets: (Int32) -> [Int32]) {
        var search = Search(first: first, count: count)
        for root in first..<count where !search.isKnown(Int32(root)) {
            search.enter(Int32(root), targets)
            while let members = search.advance(targets) {
                for member in members { cycles[member] = members[0] }
            }
        }
    }
}

extension Components {
    private struct Search {
        private struct Step {
            var node: Int32
            var targets: [Int32]
            var position = 0
        }

        private let first: Int32
        /// By node, counted from `first`: when it was entered, and the earliest entered that it leads back to.
        private var order: [Int32]
        private var low: [Int32]
        private var isOpen: [Bool]
        /// Entered and not yet given to a component.
        private var open: [Int32] = []
        private var path: [Step] = []
        private var entered: Int32 = 0

        init(first: Int, count: Int) {
            self.first = Int32(first)
            order = [Int32](repeating: -1, count: count - first)
            low = order
            isOpen = [Bool](repeating: false, count: count - first)
        }

        private func slot(_ node: Int32) -> Int { Int(node - first) }

        func isKnown(_ node: Int32) -> Bool { order[slot(node)] >= 0 }

        mutating func enter(_ node: Int32, _ targets: (Int32) -> [Int32]) {
            order[slot(node)] = entered
            low[slot(node)] = entered
            entered += 1
            open.append(node)
            isOpen[slot(node)] = true
            path.append(Step(node: node, targets: targets(node).filter { $0 >= first }))
        }

        /// The members of the next cycle; nil when the search from the root is over.
        mutating func advance(_ targets: (Int32) -> [Int32]) -> [Int32]? {
            while let step = path.last {
                if step.position < step.targets.count {
                    path[path.count - 1].position += 1
                    follow(step.targets[step.position], from: step.node, targets)
                } else if let members = leave(step) {
                    return members
                }
            }
            return nil
        }

        private mutating func follow(_ target: Int32, from node: Int32, _ targets: (Int32) -> [Int32]) {
            if !isKnown(target) {
                enter(target, targets)
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
            var members: [Int32] = []
            while let member = open.popLast() {
                isOpen[slot(member)] = false
                members.append(member)
                if member == step.node { break }
            }
            return members.count > 1 || step.targets.contains(step.node) ? members : nil
        }
    }
}

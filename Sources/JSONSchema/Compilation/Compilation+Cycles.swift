/// Cycles among nodes: where native recursion must be bounded, and where it would never end.
extension Compilation {
    /// The errors of all nodes that can be reached; none is looked for when there is none at all.
    func errors(from entry: Int32) -> [SchemaError] {
        guard !errors.isEmpty else { return [] }
        var found: [SchemaError] = []
        var seen: Set<Int32> = [entry]
        var pending = [entry]
        while let node = pending.popLast() {
            found += errors[node] ?? []
            for target in targets(of: node, where: { _ in true }) where seen.insert(target).inserted {
                pending.append(target)
            }
        }
        return found
    }

    /// Reports schemas that refer to themselves for every instance: nothing could ever be decided.
    mutating func refuseEndlessReferences(since first: Int) {
        guard first < tables.nodes.count else { return }
        let cycles = Components(first: first, count: tables.nodes.count) { node in
            targets(of: node) { $0 == .inPlace }
        }
        for node in first..<tables.nodes.count where cycles.isCyclic(Int32(node)) {
            let site = tables.sites[Int(tables.origins[node].site)]
            let document = tables.documents[Int(site.document)]
            let pointer = document.json.pointer(toEntry: Int(site.index))
            let message = "The schema refers back to itself without going into the instance, so nothing can meet it."
            errors[Int32(node), default: []].append(
                SchemaError(
                    code: .endlessReference, message: message,
                    location: SchemaLocation(document: document.uri, pointer: pointer)))
        }
    }

    /// The tables with the flags that only the whole graph can tell.
    func frozenTables() -> ProgramTables {
        var frozen = tables
        let all = Components(first: 0, count: tables.nodes.count) { targets(of: $0) { _ in true } }
        let inPlace = Components(first: 0, count: tables.nodes.count) {
            targets(of: $0) { $0 != .part && $0 != .partAgain }
        }
        let doubling = doublingComponents(of: all)
        for node in frozen.nodes.indices {
            if let component = all.component(of: Int32(node)) {
                frozen.nodes[node].flags.insert(.recursive)
                if doubling.contains(component) { frozen.nodes[node].flags.insert(.remembered) }
            }
            if inPlace.isCyclic(Int32(node)) { frozen.nodes[node].flags.insert(.cyclic) }
            if !tables.dynamicAnchors.isEmpty { frozen.nodes[node].flags.insert(.scoped) }
        }
        return frozen
    }

    /// The cycles in which some node leads to one and the same part of the instance in more than one way.
    private func doublingComponents(of all: Components) -> Set<Int32> {
        var found: Set<Int32> = []
        for node in tables.nodes.indices {
            guard let component = all.component(of: Int32(node)) else { continue }
            func count(_ kinds: (Link.Kind) -> Bool) -> Int {
                targets(of: Int32(node), where: kinds).count { all.component(of: $0) == component }
            }
            let parts = count { $0 == .part || $0 == .partAgain }
            let isDoubled = count { $0 != .part && $0 != .partAgain } > 1 || parts > 1 && count { $0 == .partAgain } > 0
            if isDoubled { found.insert(component) }
        }
        return found
    }
}

/// Strongly connected components by Tarjan's algorithm, iterative. Nodes before `first` are left out, and counted from there
/// within.
private struct Components {
    /// One node of the cycle that a node is part of, by node.
    private var cycles: [Int32: Int32] = [:]

    func isCyclic(_ node: Int32) -> Bool { cycles[node] != nil }

    /// nil for a node that is part of no cycle.
    func component(of node: Int32) -> Int32? { cycles[node] }

    init(first: Int, count: Int, targets: (Int32) -> [Int32]) {
        var order = [Int32](repeating: -1, count: count - first)
        var low = order
        var isOnStack = [Bool](repeating: false, count: count - first)
        var stack: [Int32] = []
        var next: Int32 = 0
        for root in 0..<count - first where order[root] < 0 {
            var path: [(node: Int32, targets: [Int32], position: Int)] = []
            func enter(_ node: Int32) {
                order[Int(node)] = next
                low[Int(node)] = next
                next += 1
                stack.append(node)
                isOnStack[Int(node)] = true
                let later = targets(node + Int32(first)).filter { Int($0) >= first }
                path.append((node, later.map { $0 - Int32(first) }, 0))
            }
            enter(Int32(root))
            while let top = path.last {
                let node = Int(top.node)
                if top.position < top.targets.count {
                    path[path.count - 1].position += 1
                    let target = Int(top.targets[top.position])
                    if order[target] < 0 {
                        enter(Int32(target))
                    } else if isOnStack[target] {
                        low[node] = min(low[node], order[target])
                    }
                    if target == node { note([top.node], first) }
                    continue
                }
                path.removeLast()
                if let parent = path.last { low[Int(parent.node)] = min(low[Int(parent.node)], low[node]) }
                guard low[node] == order[node] else { continue }
                var members: [Int32] = []
                while let member = stack.popLast() {
                    isOnStack[Int(member)] = false
                    members.append(member)
                    if member == top.node { break }
                }
                if members.count > 1 { note(members, first) }
            }
        }
    }

    private mutating func note(_ members: [Int32], _ first: Int) {
        for member in members { cycles[member + Int32(first)] = members[0] + Int32(first) }
    }
}

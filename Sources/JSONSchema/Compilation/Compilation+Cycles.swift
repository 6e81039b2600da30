/// Cycles among nodes: where native recursion must be bounded, and where it would never end.
extension Compilation {
    /// The errors of all nodes that can be reached, in the order of the documents; none is looked for when there is none at all.
    func errors(from entry: Int32) -> [SchemaError] {
        guard !faults.isEmpty else { return [] }
        var found: [Fault] = []
        var seen: Set<Int32> = [entry]
        var pending = [entry]
        while let node = pending.popLast() {
            found += faults[node] ?? []
            var targets: [Int32] = []
            addTargets(of: node, where: { _ in true }, to: &targets)
            pending += targets.filter { seen.insert($0).inserted }
        }
        found.sort { ($0.place.document, $0.place.index) < ($1.place.document, $1.place.index) }
        return found.map { fault in
            let document = tables.documents[Int(fault.place.document)]
            let pointer = document.json.pointer(toEntry: Int(fault.place.index))
            let location = SchemaLocation(document: document.uri, pointer: pointer)
            return SchemaError(code: fault.code, message: fault.message, location: location)
        }
    }

    /// Reports schemas that refer to themselves for every instance: nothing could ever be decided.
    mutating func refuseEndlessReferences(since first: Int) {
        let isLinked = (first..<tables.nodes.count).contains { node in
            links[Int32(node)].contains { $0.kind == .inPlace }
        }
        guard isLinked else { return }
        let cycles = Components(of: graph(since: first) { $0 == .inPlace })
        for node in first..<tables.nodes.count where cycles.isCyclic(Int32(node)) {
            let site = tables.sites[Int(tables.nodes[node].site)]
            let message = "The schema refers back to itself without going into the instance, so nothing can meet it."
            let place = Place(document: site.document, index: site.index)
            faults[Int32(node), default: []].append(Fault(place: place, code: .endlessReference, message: message))
        }
    }

    /// The tables with the flags that only the whole graph can tell.
    func frozenTables() -> ProgramTables {
        var frozen = taggedTables()
        if options.purpose == .reports { frozen.reports.complete(nodeIDs, resources) }
        let all = Components(of: graph(since: 0) { _ in true })
        let inPlace = Components(of: graph(since: 0, where: \.staysInPlace))
        let doubling = doublingComponents(of: all)
        for node in frozen.nodes.indices {
            if let component = all.component(of: Int32(node)) {
                frozen.nodes[node].flags.insert(.recursive)
                if doubling.contains(component) { frozen.nodes[node].flags.insert(.remembered) }
            }
            if inPlace.isCyclic(Int32(node)) { frozen.nodes[node].flags.insert(.cyclic) }
            if !tables.dynamicAnchors.isEmpty { frozen.nodes[node].flags.insert(.scoped) }
        }
        frozen.noteOnlyInstructions()
        return frozen
    }

    private func taggedTables() -> ProgramTables {
        var compilation = self
        compilation.tagChoices()
        return compilation.tables
    }

    /// The cycles in which some node leads to one and the same part of the instance in more than one way.
    private func doublingComponents(of all: Components) -> Set<Int32> {
        var found: Set<Int32> = []
        for node in tables.nodes.indices {
            guard let component = all.component(of: Int32(node)) else { continue }
            func count(_ kinds: (Link.Kind) -> Bool) -> Int {
                var targets: [Int32] = []
                addTargets(of: Int32(node), where: kinds, to: &targets)
                return targets.count { all.component(of: $0) == component }
            }
            let parts = count { !$0.staysInPlace }
            let isDoubled = count(\.staysInPlace) > 1 || parts > 1 && count { $0 == .partAgain } > 0
            if isDoubled { found.insert(component) }
        }
        return found
    }
}

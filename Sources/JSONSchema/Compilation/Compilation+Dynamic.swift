import JSONCore

extension Compilation {
    mutating func dynamicName(_ name: String) -> Int32 {
        if let known = dynamicNames[name] { return known }
        dynamicNames[name] = Int32(dynamicNames.count)
        return dynamicNames[name] ?? 0
    }

    /// Compiles what a dynamic reference may lead to: the anchors of its name in every resource that is known.
    mutating func compileDynamicAnchors() {
        for (text, name) in dynamicNames {
            for resource in resources.indices {
                guard let index = resources[resource].dynamicAnchors[text] else { continue }
                let anchor = DynamicAnchor(resource: Int32(resource), name: name)
                guard tables.dynamicAnchors[anchor] == nil else { continue }
                let root = resources[resource].root
                let place = Place(document: resources[resource].document, index: index)
                tables.dynamicAnchors[anchor] = node(at: place, JSON(tape: root.tape, index: Int(index)))
            }
        }
    }

    /// Adds the nodes that a node leads to, dynamic ones included.
    func addTargets(of node: Int32, where isWanted: (Link.Kind) -> Bool, to targets: inout [Int32]) {
        for link in links[node] where isWanted(link.kind) {
            guard link.kind == .dynamic else {
                targets.append(link.target)
                continue
            }
            for (anchor, node) in tables.dynamicAnchors where anchor.name == link.target { targets.append(node) }
        }
    }

    /// The nodes from `first` on, with the links that are wanted.
    func graph(since first: Int, where isWanted: (Link.Kind) -> Bool) -> NodeGraph {
        NodeGraph(from: first, to: tables.nodes.count) { addTargets(of: $0, where: isWanted, to: &$1) }
    }
}

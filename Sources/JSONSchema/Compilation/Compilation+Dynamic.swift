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

    /// The nodes that a node leads to, dynamic ones included.
    func targets(of node: Int32, where isWanted: (Link.Kind) -> Bool) -> [Int32] {
        links[Int(node)].flatMap { link -> [Int32] in
            guard isWanted(link.kind) else { return [] }
            guard link.kind == .dynamic else { return [link.target] }
            return tables.dynamicAnchors.compactMap { $0.key.name == link.target ? $0.value : nil }
        }
    }
}

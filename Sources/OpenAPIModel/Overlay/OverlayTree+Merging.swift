import JSONCore

/// Two values that the specification has no way to merge.
struct OverlayConflict: Error {
    var target: OverlayTree.Origin
    var value: OverlayTree.Origin
}

extension OverlayTree {
    /// Gives a selected value what `update` or `copy` holds for it (Overlay 1.1.0, "Action Object").
    mutating func update(_ node: NodeID, with value: Origin) throws(OverlayConflict) {
        if kind(of: node) == .array, json(at: value).kind != .array {
            append([value], to: node)
        } else {
            try merge(value, into: node)
        }
    }

    /// Objects are merged, arrays concatenated, primitive values replaced; nothing else goes together. As deep as the
    /// value is.
    private mutating func merge(_ value: Origin, into node: NodeID) throws(OverlayConflict) {
        let json = json(at: value)
        switch (kind(of: node), json.kind) {
        case (.object, .object): try mergeMembers(of: value, into: node)
        case (.array, .array):
            append(json.elements.map { Origin(text: value.text, index: $0.index) }, to: node)
        case (let old, let new):
            let containers: [JSONKind] = [.object, .array]
            guard !containers.contains(old), !containers.contains(new) else {
                throw OverlayConflict(target: nodes[node].origin, value: value)
            }
            replace(node, with: value)
        }
    }

    private mutating func mergeMembers(of value: Origin, into node: NodeID) throws(OverlayConflict) {
        for (key, child) in json(at: value).memberKeys {
            let origin = Origin(text: value.text, index: child.index)
            if let existing = member(of: node, key.textBytes) {
                try merge(origin, into: existing)
            } else {
                insert(origin, under: Origin(text: value.text, index: key.index), into: node)
            }
        }
    }
}

extension JSON {
    /// The UTF-8 of a text or key.
    var textBytes: [UInt8] {
        withText { text in text.indices.map { text[$0] } }
    }
}

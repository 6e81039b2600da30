import JSONCore

extension OverlayApplication {
    mutating func perform(
        _ action: OverlayAction, of overlay: Overlay, text: Int, _ room: inout OverlayRoom
    ) throws(OverlayFault) {
        if case .none = action.change { return }
        if case .copy = action.change { try settle(at: action.place) }
        let targets = try targets(of: action)
        guard !targets.isEmpty else {
            let fault = OverlayFault(
                .unmatchedTarget, "The target \"\(action.target)\" selects nothing in \"\(document.name)\".",
                hint: nearest(to: action.target), at: action.place)
            return report(.warning, fault, of: overlay)
        }
        switch action.change {
        case .none: break
        case .remove: try remove(targets, action)
        case .update(let element):
            let value = ValueOrigins.Origin(text: text, index: element.json.index)
            try update(targets, with: value, from: element, of: overlay, action, &room)
        case .copy(let path, let element):
            let value = ValueOrigins.Origin(text: 0, index: try source(path, element).index)
            try update(targets, with: value, from: element, of: overlay, action, &room)
        }
    }

    /// For the first name of a path that is not there, one that is and looks like it.
    private mutating func nearest(to path: JSONPath) -> String? {
        guard let steps = path.query.steps else { return nil }
        for (position, step) in steps.enumerated() {
            guard case .name(let name) = step, let parent = tree.node(at: Array(steps[..<position])) else { return nil }
            guard tree.member(of: parent, name) == nil else { continue }
            let word = String(decoding: name, as: UTF8.self)
            return Spelling.nearest(to: word, in: tree.names(of: parent)).map { "Did you mean \"\($0)\"?" }
        }
        return nil
    }

    private mutating func remove(_ targets: [OverlayTree.NodeID], _ action: OverlayAction) throws(OverlayFault) {
        guard !targets.contains(OverlayTree.root) else {
            throw OverlayFault(.incompatibleOverlay, "The whole description cannot be removed.", at: action.place)
        }
        for target in targets { tree.remove(target) }
    }

    private mutating func update(
        _ targets: [OverlayTree.NodeID], with value: ValueOrigins.Origin, from element: Element, of overlay: Overlay,
        _ action: OverlayAction, _ room: inout OverlayRoom
    ) throws(OverlayFault) {
        try checkKinds(of: targets, overlay, action)
        guard room.takes(tree.json(at: value), times: targets.count) else {
            throw OverlayFault(.limitExceeded, "The overlay adds more than a description may hold.", at: element)
        }
        for target in targets {
            do throws(OverlayConflict) {
                try tree.update(target, with: value)
            } catch {
                throw conflict(error, element)
            }
        }
    }

    /// Overlay 1.1.0: "the selected nodes MUST be either all objects or all arrays or all primitives"; 1.0.0 has no
    /// primitives at all, but its own examples remove some.
    private func checkKinds(
        of targets: [OverlayTree.NodeID], _ overlay: Overlay, _ action: OverlayAction
    ) throws(OverlayFault) {
        let kinds = Set(targets.map { tree.kind(of: $0).mergeGroup })
        guard kinds.count == 1 else {
            throw OverlayFault(
                .incompatibleOverlay, "The target selects values of several kinds.",
                hint: "Select objects, arrays or primitive values alone.", at: action.place)
        }
        if overlay.minor == 0, kinds.contains(.null) {
            throw OverlayFault(
                .incompatibleOverlay, "The target selects a primitive value, which Overlay 1.0 cannot update.",
                hint: "Select the object that holds it, or say \"overlay: 1.1.0\".", at: action.place)
        }
    }

    private func conflict(_ conflict: OverlayConflict, _ element: Element) -> OverlayFault {
        let (old, new) = (tree.json(at: conflict.target), tree.json(at: conflict.value))
        let location = location(of: conflict.target)
        // What is copied has no place in the overlay but that of the copy.
        let place = conflict.value.text == 0 ? element : Element(document: 0, json: new)
        return OverlayFault(
            .incompatibleOverlay,
            "What is \(new.kind.nameWithArticle) here cannot be merged with \(old.kind.nameWithArticle).",
            hint: "That stands in \"\(location.file)\", line \(location.line). To replace it, remove it first.",
            at: place)
    }

    private func location(of origin: ValueOrigins.Origin) -> SourceLocation {
        guard origin.text == 0 else { return overlays[origin.text - 1].document.location(of: origin.index) }
        return result.location(of: origin.index)
    }
}

extension JSONKind {
    /// Object, array, or null for all primitive values.
    fileprivate var mergeGroup: JSONKind { self == .object || self == .array ? self : .null }
}

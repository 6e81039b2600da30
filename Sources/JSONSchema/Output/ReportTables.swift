import JSONCore

/// A keyword whose value says something about the instance and decides nothing.
struct Annotation: Sendable {
    var site: Int32
    var kinds: JSONKind
    var value: JSON
}

/// What a program for reports has beyond one for verdicts.
struct ReportTables: Sendable {
    /// By node.
    var annotations: [Int32: [Annotation]] = [:]
    /// Where each node's schema stands, by node.
    private(set) var places: [Place?] = []
    private(set) var resources: [Resource] = []

    mutating func complete(_ nodes: PlaceMap, _ resources: [Resource]) {
        nodes.forEach { place, node in
            while places.count <= Int(node) { places.append(nil) }
            places[Int(node)] = place
        }
        self.resources = resources
    }
}

extension Compilation {
    /// Notes the annotation, when the keyword is one; those that no dialect knows are (2020-12, section 6.5).
    mutating func annotate(_ name: String, _ value: JSON, in draft: NodeDraft) {
        guard let kinds = annotatedKinds(name, in: draft) else { return }
        let annotation = Annotation(site: site(value, name, in: draft), kinds: kinds, value: value)
        tables.reports.annotations[draft.id, default: []].append(annotation)
    }

    private func annotatedKinds(_ name: String, in draft: NodeDraft) -> JSONKind? {
        guard let keyword = draft.dialect.keywords[name] else { return .every }
        switch keyword.annotates {
        case .nothing: return nil
        case .instances: return .every
        case .strings(let beside):
            guard let beside else { return .string }
            return draft.sibling(beside) == nil ? nil : .string
        }
    }
}

extension SchemaProgram {
    func annotations(of node: Int32, for kind: JSONKind) -> [Annotation] {
        tables.reports.annotations[node]?.filter { $0.kinds.contains(kind) } ?? []
    }
}

import JSONCore
import JSONSchema

/// Applies the actions of overlays one after the other, each to what the one before it left.
///
/// Paths of names and indices alone are followed in the tree. For any other query what was changed becomes a tape first,
/// in time linear in the document.
struct OverlayApplication {
    let document: SourceDocument
    let overlays: [Overlay]
    private let limits: ReadingLimits
    private(set) var diagnostics: [Diagnostic] = []
    private var base: JSON
    private var origins = ValueOrigins.unchanged
    var tree: OverlayTree
    /// What may still be looked at, in values.
    private var steps = 400_000_000

    init(to document: SourceDocument, _ overlays: [Overlay], _ limits: ReadingLimits) {
        self.document = document
        self.overlays = overlays
        self.limits = limits
        base = document.root
        tree = OverlayTree(texts: [base] + overlays.map(\.document.root))
    }

    var result: SourceDocument {
        let overlaid = OverlaidDocument(
            original: document.root, overlays: overlays.map(\.document), origins: origins)
        return SourceDocument(
            retrievedFrom: document.uri, name: document.name, root: base, text: document.text, overlaid: overlaid)
    }

    /// Goes on after a conflict, to find the others too; stops at a limit.
    mutating func run() {
        for (number, overlay) in overlays.enumerated() {
            checkExtends(of: overlay)
            var room = OverlayRoom(for: overlay, limits)
            for action in overlay.actions {
                do throws(OverlayFault) {
                    try perform(action, of: overlay, text: number + 1, &room)
                } catch {
                    report(.error, error, of: overlay)
                    guard error.code != .limitExceeded else { return }
                }
            }
            do throws(OverlayFault) {
                try settle(at: overlay.actions[overlay.actions.count - 1].place)
            } catch {
                return report(.error, error, of: overlay)
            }
        }
    }

    mutating func targets(of action: OverlayAction) throws(OverlayFault) -> [OverlayTree.NodeID] {
        if let path = action.target.query.steps {
            let node = tree.node(at: path)
            guard tree.steps <= steps else { throw .exhausted(at: action.place) }
            return node.map { [$0] } ?? []
        }
        try settle(at: action.place)
        var seen: Set<Int> = []
        let found = try nodes(action.target, action.place).filter { seen.insert($0.index).inserted }
        return found.map { tree.node(atIndex: $0.index) }
    }

    /// The one value that is copied. The tree has just become a tape.
    mutating func source(_ path: JSONPath, _ place: Element) throws(OverlayFault) -> JSON {
        let found = try nodes(path, place)
        guard found.count == 1 else {
            let number = found.isEmpty ? "nothing" : "\(found.count) values"
            throw OverlayFault(
                .incompatibleOverlay, "\"copy\" must select one value, but selects \(number) in \"\(document.name)\".",
                at: place)
        }
        return found[0]
    }

    private mutating func nodes(_ path: JSONPath, _ place: Element) throws(OverlayFault) -> [JSON] {
        do throws(JSONPathExhausted) {
            let allowed = min(steps, JSONPath.standardSteps)
            var left = allowed
            defer { steps -= allowed - left }
            return try path.nodes(in: base, spending: &left)
        } catch {
            throw .exhausted(at: place)
        }
    }

    /// Makes a tape of what was changed, for queries that are more than names and indices.
    mutating func settle(at place: Element) throws(OverlayFault) {
        guard tree.isChanged else { return }
        steps -= tree.steps + base.tape.next(after: base.index)
        guard steps >= 0 else { throw .exhausted(at: place) }
        do throws(OverlayTooDeep) {
            (base, origins) = try tree.written(origins, maximumDepth: limits.maximumDepth)
        } catch {
            let message = "The overlay nests values more than \(limits.maximumDepth) levels deep."
            throw OverlayFault(.limitExceeded, message, at: place)
        }
        tree = OverlayTree(texts: [base] + overlays.map(\.document.root))
    }

    private mutating func checkExtends(of overlay: Overlay) {
        guard let element = overlay.extends, let text = element.json.string else { return }
        let base = URIReference(overlay.document.uri).resolved(against: URIReference(document.uri))
        let uri = URIReference(text).resolved(against: base).withoutFragment
        guard URIText.decoded(uri) != URIText.decoded(document.uri) else { return }
        let fault = OverlayFault(
            .otherDescription, "The overlay says that it is for \"\(text)\"; it is applied to \"\(document.name)\".",
            at: element)
        report(.note, fault, of: overlay)
    }

    mutating func report(_ severity: Diagnostic.Severity, _ fault: OverlayFault, of overlay: Overlay) {
        diagnostics.append(
            overlay.document.finding(severity, fault.code, fault.message, hint: fault.hint, at: fault.place))
    }
}

import JSONCore

/// What two schemas allow differently, found by walking them together; a pair that was met before is not walked again.
///
/// Keywords whose meaning cannot be put in an order (`pattern`, `format`, `not`) are `changed` when they differ.
struct SchemaComparison {
    enum Direction {
        case toServer, toClient

        /// Whether clients that knew the older schema can be hurt.
        func isBroken(by kind: DescriptionChange.Kind) -> Bool {
            switch kind {
            case .tightened: self == .toServer
            case .loosened: self == .toClient
            case .changed: true
            case .removed: self == .toClient
            case .added: false
            }
        }
    }

    struct Finding {
        var kind: DescriptionChange.Kind
        /// From the value's root, as a JSON Pointer with `*` for each element or each other member.
        var path: String
        var message: String
        var before: Place?
        var after: Place?
    }

    /// The two schemas at one place of the value, with their references followed.
    struct Pair {
        var old: JSON
        var new: JSON
        var before: Place
        var after: Place
        var path: String
    }

    private struct Visited: Hashable {
        var before: Place
        var after: Place
    }

    let old: OpenAPIDocument
    let new: OpenAPIDocument
    private(set) var findings: [Finding] = []
    private var visited: Set<Visited> = []
    private var pending: [(old: Place, new: Place, path: String)] = []

    init(old: OpenAPIDocument, new: OpenAPIDocument) {
        self.old = old
        self.new = new
    }

    mutating func compare(_ before: Place?, _ after: Place?) {
        guard let before, let after else {
            guard before != nil || after != nil else { return }
            let kind: DescriptionChange.Kind = after == nil ? .loosened : .tightened
            let message = after == nil ? "has no schema any more" : "has a schema now"
            findings.append(Finding(kind: kind, path: "", message: message, before: before, after: after))
            return
        }
        pending = [(before, after, "")]
        while let (before, after, path) = pending.popLast() { visit(before, after, path) }
    }

    private mutating func visit(_ before: Place, _ after: Place, _ path: String) {
        guard let before = old.resolve(before), let after = new.resolve(after) else { return }
        guard visited.insert(Visited(before: before, after: after)).inserted else { return }
        let pair = Pair(
            old: old.json(at: before), new: new.json(at: after), before: before, after: after, path: path)
        guard pair.old.kind == .object, pair.new.kind == .object else { return compareBooleans(pair) }
        compareTypes(pair)
        compareBounds(pair)
        compareValues(pair)
        compareMembers(pair)
        compareBranches(pair)
    }

    private mutating func compareBooleans(_ pair: Pair) {
        guard pair.old != pair.new else { return }
        let kind: DescriptionChange.Kind =
            pair.new.bool == true
            ? .loosened : pair.new.bool == false ? .tightened : pair.old.bool == false ? .loosened : .tightened
        add(kind, "another schema applies", pair)
    }

    mutating func add(_ kind: DescriptionChange.Kind, _ message: String, _ pair: Pair, at suffix: String = "") {
        findings.append(
            Finding(
                kind: kind, path: pair.path + suffix, message: message, before: pair.before, after: pair.after))
    }

    /// Goes on with a part of both schemas.
    mutating func descend(_ old: JSON, _ new: JSON, _ pair: Pair, to suffix: String = "") {
        pending.append(
            (
                Place(document: pair.before.document, index: old.index),
                Place(document: pair.after.document, index: new.index), pair.path + suffix
            ))
    }
}

import JSONCore

/// What texts may become, by the schemas that they are for: decided at load, and recursive where the schemas are.
///
/// It never judges a value: a text that cannot become what is wanted stays a string, and the schema then says no.
struct CoercionPlan: Sendable {
    /// A node while it is made.
    struct Draft {
        /// Empty when the schema says nothing of types: texts stay texts.
        var kinds: JSONKind = []
        /// Nodes of `prefixItems`, then of all other elements.
        var prefixItems: [Int] = []
        var items = CoercionPlan.untyped
        var properties: [(name: [UInt8], node: Int)] = []
        var additional = CoercionPlan.untyped
        /// Whether `additionalProperties` invites names that `properties` does not have.
        var invitesMembers = false
    }

    /// A class: it is looked at for every text, by one reference instead of copies of its lists.
    final class Node: Sendable {
        let kinds: JSONKind
        let prefixItems: [Int]
        let items: Int
        let properties: [(name: [UInt8], node: Int)]
        let additional: Int
        let invitesMembers: Bool

        init(_ draft: Draft) {
            kinds = draft.kinds
            prefixItems = draft.prefixItems
            items = draft.items
            properties = draft.properties
            additional = draft.additional
            invitesMembers = draft.invitesMembers
        }

        var isArray: Bool { kinds.contains(.array) }
        var isObject: Bool { kinds.contains(.object) }
        /// Something that stands in one text: no array and no object, or one that is not the only choice.
        var scalars: JSONKind { kinds.subtracting([.array, .object]) }
    }

    /// The node of a schema that says nothing.
    static let untyped = 0

    private let nodes: [Node]

    init(nodes: [Draft]) {
        self.nodes = (nodes.isEmpty ? [Draft()] : nodes).map(Node.init)
    }

    subscript(node: Int) -> Node { nodes.indices.contains(node) ? nodes[node] : nodes[Self.untyped] }

    func element(_ index: Int, of node: Int) -> Int {
        let node = self[node]
        return node.prefixItems.indices.contains(index) ? node.prefixItems[index] : node.items
    }

    func property(_ name: Span<UInt8>, of node: Int) -> Int {
        let node = self[node]
        for property in node.properties where property.name.span.equals(name) { return property.node }
        return node.additional
    }
}

extension JSONKind {
    /// Whether a text is one of these types by itself: exactly a JSON number, `true` or `false`, or empty for null.
    ///
    /// Every text is a string; that is not asked here.
    func take(_ text: Span<UInt8>) -> JSONKind {
        guard text.count > 0 else { return intersection(.null) }
        switch text[0] {
        case UInt8(ascii: "t") where text.equals("true"), UInt8(ascii: "f") where text.equals("false"):
            return intersection(.boolean)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return intersection([.integer, .number])
        default: return []
        }
    }
}

import JSONCore

/// How elements and attributes become values by a schema, and values elements: decided at load, and recursive where the
/// schemas are (OpenAPI 3.2, section 4.26: XML Object).
struct XMLPlan: Sendable {
    /// What an element or attribute is called.
    struct Name: Sendable, Hashable {
        var local: [UInt8]
        /// Nil when the description says nothing: then any will do.
        var namespace: [UInt8]?
        /// For writing.
        var prefix: [UInt8]?

        func takes(_ name: XMLTree.Name) -> Bool {
            name.local == local && (namespace == nil || namespace == name.namespace)
        }
    }

    struct Property: Sendable {
        enum Place: Sendable, Hashable {
            case attribute(Name)
            case element(Name)
            /// One element for each element of an array.
            case repeated(Name)
            /// The text of the element itself.
            case text
        }

        let key: [UInt8]
        let node: Int
        let place: Place
    }

    struct Node: Sendable {
        /// Empty when the schema says nothing of types.
        var kinds: JSONKind = []
        /// Of an array: what its elements are, and what they are called where they stand in an element of their own. Nil
        /// when any name will do.
        var items = XMLPlan.untyped
        var itemName: Name?
        var properties: [Property] = []
        /// Positions in `properties`, by local names.
        var elements: [[UInt8]: [Int]] = [:]
        var attributes: [[UInt8]: [Int]] = [:]
        var keys: [[UInt8]: Int] = [:]
        var text: Int?
        var additional = XMLPlan.untyped

        var isArray: Bool { kinds.contains(.array) && !kinds.contains(.object) }
        var isObject: Bool { kinds.contains(.object) }
        var scalars: JSONKind { kinds.subtracting([.array, .object]) }

        func property(ofElement name: XMLTree.Name) -> Int? {
            elements[name.local]?.first { properties[$0].place.name?.takes(name) == true }
        }

        func property(ofAttribute name: XMLTree.Name) -> Int? {
            attributes[name.local]?.first { properties[$0].place.name?.takes(name) == true }
        }
    }

    /// The node of a schema that says nothing.
    static let untyped = 0

    let nodes: [Node]
    let root: Int
    /// Nil when any will do.
    let rootName: Name?

    subscript(node: Int) -> Node { nodes.indices.contains(node) ? nodes[node] : Node() }
}

extension XMLPlan.Property.Place {
    var name: XMLPlan.Name? {
        switch self {
        case .attribute(let name), .element(let name), .repeated(let name): name
        case .text: nil
        }
    }
}

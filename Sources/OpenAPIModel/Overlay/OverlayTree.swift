import JSONCore

/// A description while overlays change it: what is not touched stays on its tape, in one piece.
///
/// Nodes stay valid until the tree is made anew, so that one action may select values within one another.
struct OverlayTree {
    typealias NodeID = Int
    typealias Origin = ValueOrigins.Origin

    enum Content {
        /// As it stands at the origin.
        case whole
        case object([Member])
        case array([NodeID])
    }

    struct Member {
        var key: Origin
        var value: NodeID
    }

    struct Node {
        var origin: Origin
        var content = Content.whole
        var isRemoved = false
    }

    /// The tape that is changed, then those of the overlays: what `Origin.text` counts.
    let texts: [JSON]
    private(set) var nodes: [Node] = [Node(origin: Origin(text: 0, index: 0))]
    private(set) var isChanged = false
    /// How many elements of arrays were passed over.
    private(set) var steps = 0
    /// The members of large objects in which one was looked up.
    private var names: [NodeID: [[UInt8]: NodeID]] = [:]

    static let root: NodeID = 0
    private static let largeCount = 16

    init(texts: [JSON]) {
        self.texts = texts
    }

    func json(at origin: Origin) -> JSON {
        JSON(tape: texts[origin.text].tape, index: origin.index)
    }

    func json(of node: NodeID) -> JSON { json(at: nodes[node].origin) }

    func kind(of node: NodeID) -> JSONKind { json(of: node).kind }

    /// What a path of names and indices leads to.
    mutating func node(at steps: [PathSelector]) -> NodeID? {
        var node = Self.root
        for step in steps {
            guard let child = child(of: node, step) else { return nil }
            node = child
        }
        return node
    }

    private mutating func child(of node: NodeID, _ step: PathSelector) -> NodeID? {
        switch step {
        case .name(let name): return member(of: node, name)
        case .index(let index):
            let elements = elements(of: node)
            let position = index < 0 ? elements.count + index : index
            return elements.indices.contains(position) ? elements[position] : nil
        case .slice, .wildcard, .filter: return nil
        }
    }

    /// The node that stands for a place on the first tape, in a tree of which nothing was changed yet.
    mutating func node(atIndex index: Int) -> NodeID {
        var node = Self.root
        while nodes[node].origin.index != index {
            let children = children(of: node)
            var (low, high) = (0, children.count)
            while low < high {
                let middle = (low + high) / 2
                if nodes[children[middle]].origin.index <= index { low = middle + 1 } else { high = middle }
            }
            guard low > 0 else { break }
            node = children[low - 1]
        }
        return node
    }

    mutating func remove(_ node: NodeID) {
        isChanged = true
        nodes[node].isRemoved = true
    }

    mutating func replace(_ node: NodeID, with origin: Origin) {
        isChanged = true
        nodes[node] = Node(origin: origin)
    }

    mutating func append(_ origins: [Origin], to array: NodeID) {
        expand(array)
        guard case .array(var elements) = nodes[array].content, !origins.isEmpty else { return }
        // So that the elements are not copied each time.
        nodes[array].content = .whole
        for origin in origins { elements.append(add(origin)) }
        nodes[array].content = .array(elements)
        isChanged = true
    }

    mutating func insert(_ origin: Origin, under key: Origin, into object: NodeID) {
        expand(object)
        guard case .object(var members) = nodes[object].content else { return }
        // So that the members are not copied each time.
        nodes[object].content = .whole
        let member = Member(key: key, value: add(origin))
        members.append(member)
        nodes[object].content = .object(members)
        let name = name(of: member)
        names[object]?[name] = member.value
        isChanged = true
    }

    mutating func member(of node: NodeID, _ name: [UInt8]) -> NodeID? {
        expand(node)
        guard case .object(let members) = nodes[node].content else { return nil }
        guard members.count > Self.largeCount else {
            return members.first { !nodes[$0.value].isRemoved && json(at: $0.key).textEquals(name) }?.value
        }
        if names[node] == nil {
            let present = members.filter { !nodes[$0.value].isRemoved }
            names[node] = Dictionary(present.map { (self.name(of: $0), $0.value) }) { $1 }
        }
        return names[node]?[name].flatMap { nodes[$0].isRemoved ? nil : $0 }
    }

    /// Those of an object that has been looked into.
    func names(of node: NodeID) -> [String] {
        guard case .object(let members) = nodes[node].content else { return [] }
        return members.filter { !nodes[$0.value].isRemoved }.map { json(at: $0.key).string ?? "" }
    }

    func name(of member: Member) -> [UInt8] { json(at: member.key).textBytes }

    private mutating func elements(of node: NodeID) -> [NodeID] {
        guard kind(of: node) == .array else { return [] }
        let elements = children(of: node)
        steps += elements.count
        return elements.filter { !nodes[$0].isRemoved }
    }

    private mutating func children(of node: NodeID) -> [NodeID] {
        expand(node)
        switch nodes[node].content {
        case .whole: return []
        case .object(let members): return members.map(\.value)
        case .array(let elements): return elements
        }
    }

    /// Gives each child a node of its own.
    private mutating func expand(_ node: NodeID) {
        guard case .whole = nodes[node].content else { return }
        let text = nodes[node].origin.text
        let json = json(of: node)
        switch json.kind {
        case .object:
            let members = json.memberKeys.map { key, value in
                Member(key: Origin(text: text, index: key.index), value: add(Origin(text: text, index: value.index)))
            }
            nodes[node].content = .object(members)
        case .array:
            nodes[node].content = .array(json.elements.map { add(Origin(text: text, index: $0.index)) })
        default: break
        }
    }

    private mutating func add(_ origin: Origin) -> NodeID {
        nodes.append(Node(origin: origin))
        return nodes.count - 1
    }
}

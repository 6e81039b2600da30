import JSONCore

/// Makes the value of a document that a plan describes. In linear time, as deep as the document.
struct XMLDecoder {
    /// Something that the plan has no place for; what schemas say of the value is theirs to check.
    struct Fault {
        let pointer: JSONPointer
        /// To follow the name of the place.
        let message: String
    }

    private enum Step {
        case member([UInt8])
        case index(Int)
    }

    /// Where a member's value comes from.
    private enum Source {
        case element(Int)
        case attribute(Int)
        /// The text of the element itself.
        case text(Int)
    }

    private let plan: XMLPlan
    private let tree: XMLTree
    private var writer = ValueWriter(tape: TapeBuilder(), plan: CoercionPlan(nodes: []))
    private var path: [Step] = []
    private(set) var faults: [Fault] = []

    private static let maximumFaults = 20

    init(_ plan: XMLPlan, _ tree: XMLTree) {
        self.plan = plan
        self.tree = tree
    }

    /// The value of the whole document; of no use when there are faults.
    mutating func value() -> JSON {
        if let name = plan.rootName, !name.takes(tree.name(tree.elements[0].name)) {
            refuse("must be the element \(name.quoted)")
            writer.tape.null()
        } else {
            append(0, plan.root)
        }
        var tape = TapeBuilder()
        swap(&tape, &writer.tape)
        return tape.finish()
    }

    private mutating func append(_ element: Int, _ number: Int) {
        let node = plan[number]
        if isNil(element) { return writer.tape.null() }
        if node.isArray { return array(element, node) }
        let isBare = tree.elements[element].firstChild < 0 && ownAttributes(of: element).isEmpty
        if !isBare || node.isObject && node.scalars.isEmpty { return object(element, node) }
        scalar(tree.text(tree.elements[element].text), node.scalars)
    }

    /// `xsi:nil` stands for null.
    private func isNil(_ element: Int) -> Bool {
        tree.elements[element].attributes.contains { index in
            let attribute = tree.attributes[Int(index)]
            let text = tree.text(attribute.value)
            return tree.name(attribute.name) == XMLTree.Name.isNil
                && (text.elementsEqual("true".utf8) || text.elementsEqual("1".utf8))
        }
    }

    /// Without those of XML Schema instances, which say nothing of the value.
    private func ownAttributes(of element: Int) -> [Int] {
        tree.elements[element].attributes.map(Int.init).filter {
            tree.name(tree.attributes[$0].name).namespace != XMLTree.Name.isNil.namespace
        }
    }

    /// White space around what is no text says nothing.
    private mutating func scalar(_ text: ArraySlice<UInt8>, _ kinds: JSONKind) {
        let isText = kinds.isEmpty || kinds.contains(.string)
        let octets = Array(isText ? text : XMLCharacters.trimmed(text))
        writer.scalar(octets.span, 0..<octets.count, kinds, .plain, at: .root)
    }

    private mutating func array(_ element: Int, _ node: XMLPlan.Node) {
        if !tree.text(tree.elements[element].text).allSatisfy(XMLCharacters.isSpace) {
            refuse("must have elements alone, and no text")
        }
        writer.tape.beginArray()
        for (index, child) in tree.children(of: element).enumerated() {
            path.append(.index(index))
            if let name = node.itemName, !name.takes(tree.name(tree.elements[child].name)) {
                refuse("must be the element \(name.quoted)")
            }
            append(child, node.items)
            path.removeLast()
        }
        writer.tape.endArray()
    }
}

extension XMLDecoder {
    private struct Member {
        let key: [UInt8]
        /// Nil for one that the schema does not name.
        let property: Int?
        var sources: [Source]
    }

    private mutating func object(_ element: Int, _ node: XMLPlan.Node) {
        writer.tape.beginObject()
        for member in members(of: element, node) {
            path.append(.member(member.key))
            writer.tape.key(member.key.span)
            if member.property == nil, node.keys[member.key] != nil {
                refuse("is not written as the description has it")
                writer.tape.null()
            } else {
                append(member, node)
            }
            path.removeLast()
        }
        writer.tape.endObject()
    }

    /// In the order in which they come: attributes, elements, then the text.
    private mutating func members(of element: Int, _ node: XMLPlan.Node) -> [Member] {
        var members: [Member] = []
        var places: [[UInt8]: Int] = [:]
        func add(_ source: Source, _ property: Int?, _ local: [UInt8]) {
            // A name that the schema has, and in another way, is told apart by the empty octet.
            let key = property.map { node.properties[$0].key } ?? local
            let place = property == nil && node.keys[key] != nil ? key + [0] : key
            if let known = places[place] {
                members[known].sources.append(source)
            } else {
                places[place] = members.count
                members.append(Member(key: key, property: property, sources: [source]))
            }
        }
        for attribute in ownAttributes(of: element) {
            let name = tree.name(tree.attributes[attribute].name)
            add(.attribute(attribute), node.property(ofAttribute: name), name.local)
        }
        for child in tree.children(of: element) {
            let name = tree.name(tree.elements[child].name)
            add(.element(child), node.property(ofElement: name), name.local)
        }
        if let text = node.text {
            if !tree.elements[element].text.isEmpty { add(.text(element), text, []) }
        } else if !tree.text(tree.elements[element].text).allSatisfy(XMLCharacters.isSpace) {
            refuse("has text that the description has no place for")
        }
        return members
    }

    private mutating func append(_ member: Member, _ node: XMLPlan.Node) {
        let property = member.property.map { node.properties[$0] }
        let number = property?.node ?? node.additional
        if case .repeated? = property?.place { return elements(member, plan[number].items) }
        if member.sources.count == 1, let source = member.sources.first { return append(source, number) }
        guard plan[number].kinds.isEmpty else {
            refuse("must be given only once")
            return writer.tape.null()
        }
        elements(member, number)
    }

    private mutating func elements(_ member: Member, _ number: Int) {
        writer.tape.beginArray()
        for (index, source) in member.sources.enumerated() {
            path.append(.index(index))
            append(source, number)
            path.removeLast()
        }
        writer.tape.endArray()
    }

    private mutating func append(_ source: Source, _ number: Int) {
        switch source {
        case .element(let element): append(element, number)
        case .attribute(let attribute): list(tree.text(tree.attributes[attribute].value), plan[number])
        case .text(let element): list(tree.text(tree.elements[element].text), plan[number])
        }
    }

    /// An array in one text is a list of words, as XML Schema has it.
    private mutating func list(_ text: ArraySlice<UInt8>, _ node: XMLPlan.Node) {
        guard node.isArray else { return scalar(text, node.scalars) }
        writer.tape.beginArray()
        for word in text.split(whereSeparator: XMLCharacters.isSpace) { scalar(word, plan[node.items].scalars) }
        writer.tape.endArray()
    }

    private mutating func refuse(_ message: String) {
        guard faults.count < Self.maximumFaults else { return }
        let tokens = path.map { step in
            switch step {
            case .member(let name): String(decoding: name, as: UTF8.self)
            case .index(let index): String(index)
            }
        }
        faults.append(Fault(pointer: JSONPointer(tokens: tokens), message: message))
    }
}

extension XMLTree.Name {
    static let isNil = XMLTree.Name(
        namespace: Array("http://www.w3.org/2001/XMLSchema-instance".utf8), local: Array("nil".utf8))
}

extension XMLPlan.Name {
    fileprivate var quoted: String {
        let name = "\"\(String(decoding: local, as: UTF8.self))\""
        return namespace.map { "\(name) of the namespace \"\(String(decoding: $0, as: UTF8.self))\"" } ?? name
    }
}

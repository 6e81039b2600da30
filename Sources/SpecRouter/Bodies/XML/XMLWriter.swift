import JSONCore

/// Writes a value as the document of which a plan makes it again.
///
/// That holds for values of the types that the plan knows, with members that have names of XML, and arrays that are not empty or
/// have an element of their own. A null is `xsi:nil`.
struct XMLWriter {
    /// What has no form in XML.
    struct Refusal: Error {
        let pointer: JSONPointer
        /// To follow the name of the place.
        let message: String
    }

    /// What prefixes mean; the empty one is that of elements without one.
    private typealias Scope = [[UInt8]: [UInt8]]

    private let plan: XMLPlan
    private var output: [UInt8] = []
    private var path: [String] = []

    static func document(of value: JSON, _ plan: XMLPlan) throws(Refusal) -> [UInt8] {
        var writer = XMLWriter(plan: plan)
        writer.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let name = plan.rootName ?? XMLPlan.Name(local: Array("root".utf8))
        try writer.element(name, value, plan.root, [:])
        return writer.output
    }

    private init(plan: XMLPlan) {
        self.plan = plan
    }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func element(
        _ name: XMLPlan.Name, _ value: JSON, _ number: Int, _ outer: Scope
    ) throws(Refusal) {
        let node = plan[number]
        var scope = outer
        output.append(UInt8(ascii: "<"))
        let tag = try tag(name)
        output += tag
        declare(name, &scope)
        try attributes(of: value, node, &scope)
        let start = output.count
        output.append(UInt8(ascii: ">"))
        try content(value, node, scope)
        if output.count == start + 1 {
            output.removeLast()
            return put("/>")
        }
        put("</")
        output += tag
        output.append(UInt8(ascii: ">"))
    }

    /// With its prefix, where there is a namespace for it.
    private func tag(_ name: XMLPlan.Name) throws(Refusal) -> [UInt8] {
        guard XMLCharacters.isLocalName(name.local) else { throw refusal("has a name that no element can have") }
        guard let prefix = name.prefix, name.namespace != nil, !prefix.isEmpty else { return name.local }
        guard XMLCharacters.isLocalName(prefix) else { throw refusal("has a prefix that no element can have") }
        return prefix + [UInt8(ascii: ":")] + name.local
    }

    /// Says what the name's prefix means, unless that is known.
    private mutating func declare(_ name: XMLPlan.Name, _ scope: inout Scope) {
        guard let namespace = name.namespace else { return }
        let prefix = name.prefix ?? []
        guard scope[prefix] != namespace, prefix.isEmpty || !namespace.isEmpty else { return }
        scope[prefix] = namespace
        put(" xmlns")
        if !prefix.isEmpty { output += [UInt8(ascii: ":")] + prefix }
        put("=\"")
        escape(namespace, .attribute)
        put("\"")
    }

    private mutating func attributes(of value: JSON, _ node: XMLPlan.Node, _ scope: inout Scope) throws(Refusal) {
        if value.isNull { put(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"") }
        guard value.kind == .object, !node.attributes.isEmpty else { return }
        for (key, member) in value.members {
            guard let index = node.keys[Array(key.utf8)], case .attribute(let name) = node.properties[index].place
            else {
                continue
            }
            path.append(key)
            // An attribute without a prefix is in no namespace.
            let isQualified = name.prefix?.isEmpty == false && name.namespace != nil
            if isQualified { declare(name, &scope) }
            output.append(UInt8(ascii: " "))
            output += try tag(name)
            put("=\"")
            escape(try text(of: member, plan[node.properties[index].node]), .attribute)
            put("\"")
            path.removeLast()
        }
    }

    private mutating func content(_ value: JSON, _ node: XMLPlan.Node, _ scope: Scope) throws(Refusal) {
        switch value.kind {
        case .null: return
        case .array: try items(of: value, node.itemName ?? XMLPlan.Name(local: Array("item".utf8)), node.items, scope)
        case .object: try members(of: value, node, scope)
        default: escape(try text(of: value, node), .text)
        }
    }

    private mutating func items(
        of value: JSON, _ name: XMLPlan.Name, _ number: Int, _ scope: Scope
    ) throws(Refusal) {
        for (index, item) in value.elements.enumerated() {
            path.append(String(index))
            try element(name, item, number, scope)
            path.removeLast()
        }
    }

    private mutating func members(of value: JSON, _ node: XMLPlan.Node, _ scope: Scope) throws(Refusal) {
        for (key, member) in value.members {
            path.append(key)
            try self.member(key, member, node, scope)
            path.removeLast()
        }
    }

    private mutating func member(
        _ key: String, _ value: JSON, _ node: XMLPlan.Node, _ scope: Scope
    ) throws(Refusal) {
        guard let index = node.keys[Array(key.utf8)] else {
            let name = XMLPlan.Name(local: Array(key.utf8))
            guard value.kind == .array, !plan[node.additional].isArray else {
                return try element(name, value, node.additional, scope)
            }
            return try items(of: value, name, node.additional, scope)
        }
        let property = node.properties[index]
        switch property.place {
        case .attribute: return
        case .text: escape(try text(of: value, plan[property.node]), .text)
        case .element(let name): try element(name, value, property.node, scope)
        case .repeated(let name):
            guard value.kind == .array else { return try element(name, value, property.node, scope) }
            try items(of: value, name, plan[property.node].items, scope)
        }
    }
}

extension XMLWriter {
    private enum Position { case text, attribute }

    /// A scalar, or a list of them in one text.
    private func text(of value: JSON, _ node: XMLPlan.Node) throws(Refusal) -> [UInt8] {
        guard value.kind == .array else { return try word(value) }
        var words: [[UInt8]] = []
        for item in value.elements {
            let word = try word(item)
            guard !word.isEmpty, !word.contains(where: XMLCharacters.isSpace) else {
                throw refusal("must be words without white space, to stand in one text")
            }
            words.append(word)
        }
        return Array(words.joined(separator: [0x20]))
    }

    private func word(_ value: JSON) throws(Refusal) -> [UInt8] {
        if let text = value.string {
            guard text.unicodeScalars.allSatisfy({ XMLCharacters.isLegal($0.value) }) else {
                throw refusal("has a character in it that XML does not have")
            }
            return Array(text.utf8)
        }
        if let number = value.number { return Array(number.literal.utf8) }
        if let bool = value.bool { return Array((bool ? "true" : "false").utf8) }
        throw refusal("must be a text, number or boolean to stand where it does")
    }

    private mutating func escape(_ text: [UInt8], _ position: Position) {
        for byte in text {
            switch (byte, position) {
            case (UInt8(ascii: "<"), _): put("&lt;")
            case (UInt8(ascii: ">"), _): put("&gt;")
            case (UInt8(ascii: "&"), _): put("&amp;")
            case (UInt8(ascii: "\""), .attribute): put("&quot;")
            case (0x0D, _): put("&#13;")
            case (0x09, .attribute): put("&#9;")
            case (0x0A, .attribute): put("&#10;")
            default: output.append(byte)
            }
        }
    }

    private func refusal(_ message: String) -> Refusal { Refusal(pointer: JSONPointer(tokens: path), message: message) }
}

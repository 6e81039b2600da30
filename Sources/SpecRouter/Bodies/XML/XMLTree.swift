/// A document's elements, in the order of their start tags; names and texts are kept once, side by side.
struct XMLTree: Sendable {
    struct Name: Sendable, Hashable {
        /// Empty for none.
        var namespace: [UInt8]
        var local: [UInt8]
    }

    struct Element: Sendable {
        /// Position in `names`.
        let name: Int32
        let attributes: Range<Int32>
        /// -1 when there is none.
        fileprivate(set) var firstChild: Int32 = -1
        fileprivate(set) var next: Int32 = -1
        /// In `texts`: all that stands in the element itself, put together.
        fileprivate(set) var text: Range<Int32> = 0..<0
    }

    struct Attribute: Sendable {
        let name: Int32
        let value: Range<Int32>
    }

    private(set) var elements: [Element] = []
    private(set) var attributes: [Attribute] = []
    private(set) var names: [Name] = []
    private(set) var texts: [UInt8] = []
    private var numbers: [Name: Int32] = [:]

    /// Reads a whole document.
    ///
    /// - Parameters:
    ///   - charset: that of the Content-Type; nil when it names none.
    ///   - depth: how deep elements may nest.
    package init(_ octets: [UInt8], charset: TextCharset?, depth: Int) throws(XMLFault) {
        guard octets.count < Int32.max / 4 else { throw XMLFault(.tooDeep, at: 0) }
        var scanner = XMLScanner(try XMLText.read(octets, charset: charset))
        var builder = XMLTreeBuilder(depth: depth)
        while let event = try scanner.next() { try builder.take(event, scanner, &self) }
        try builder.finish(scanner, self)
    }

    func name(_ number: Int32) -> Name { names[Int(number)] }
    func text(_ range: Range<Int32>) -> ArraySlice<UInt8> { texts[Int(range.lowerBound)..<Int(range.upperBound)] }

    /// The child elements, in their order.
    func children(of element: Int) -> [Int] {
        var children: [Int] = []
        var child = elements[element].firstChild
        while child >= 0 {
            children.append(Int(child))
            child = elements[Int(child)].next
        }
        return children
    }

    fileprivate mutating func number(of name: Name) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }

    fileprivate mutating func add(text: [UInt8]) -> Range<Int32> {
        let start = Int32(texts.count)
        texts += text
        return start..<Int32(texts.count)
    }
}

/// Makes elements of tags: they have to match, and prefixes to have namespaces (Namespaces in XML 1.0).
private struct XMLTreeBuilder {
    private struct Open {
        let element: Int
        /// With its prefix, in the text.
        let name: Range<Int>
        var lastChild: Int32 = -1
        var text: [UInt8] = []
        /// What prefixes meant before this element, to be put back behind it.
        var shadowed: [(prefix: [UInt8], namespace: [UInt8]?)] = []
    }

    private let depth: Int
    private var open: [Open] = []
    private var namespaces: [[UInt8]: [UInt8]] = [
        Array("xml".utf8): Array("http://www.w3.org/XML/1998/namespace".utf8)
    ]
    private var hasRoot = false

    init(depth: Int) {
        self.depth = depth
    }

    mutating func take(
        _ event: XMLScanner.Event, _ scanner: borrowing XMLScanner, _ tree: inout XMLTree
    ) throws(XMLFault) {
        switch event {
        case .start(let tag):
            try start(tag, scanner, &tree)
            if tag.isEmpty { end(&tree) }
        case .end(let name):
            guard let last = open.last, scanner.source[last.name] == scanner.source[name] else {
                throw scanner.fault(.mismatchedTag)
            }
            end(&tree)
        case .text(let text):
            if open.isEmpty {
                guard text.allSatisfy(XMLCharacters.isSpace) else { throw scanner.fault(.textOutsideRoot) }
            } else {
                open[open.count - 1].text += text
            }
        }
    }

    func finish(_ scanner: borrowing XMLScanner, _ tree: XMLTree) throws(XMLFault) {
        guard open.isEmpty else { throw scanner.fault(.truncated) }
        guard hasRoot else { throw scanner.fault(.noRoot) }
    }

    private mutating func start(
        _ tag: XMLScanner.Tag, _ scanner: borrowing XMLScanner, _ tree: inout XMLTree
    ) throws(XMLFault) {
        guard !open.isEmpty || !hasRoot else { throw scanner.fault(.severalRoots) }
        guard open.count < depth else { throw scanner.fault(.tooDeep) }
        hasRoot = true
        var opened = Open(element: tree.elements.count, name: tag.name)
        try declare(tag, scanner, &opened)
        let attributes = try attributes(of: tag, scanner, &tree)
        let name = tree.number(of: try resolved(tag.name, scanner, isAttribute: false))
        tree.append(
            XMLTree.Element(name: name, attributes: attributes), after: open.last.map { ($0.element, $0.lastChild) })
        if !open.isEmpty { open[open.count - 1].lastChild = Int32(opened.element) }
        open.append(opened)
    }

    private mutating func end(_ tree: inout XMLTree) {
        guard let closed = open.popLast() else { return }
        tree.setText(of: closed.element, closed.text)
        for (prefix, namespace) in closed.shadowed.reversed() { namespaces[prefix] = namespace }
    }

    /// Notes what the tag says of prefixes; the empty prefix is that of elements without one.
    private mutating func declare(
        _ tag: XMLScanner.Tag, _ scanner: borrowing XMLScanner, _ opened: inout Open
    ) throws(XMLFault) {
        for (name, value) in tag.attributes {
            let text = scanner.source[name]
            guard let prefix = Self.declaredPrefix(text) else { continue }
            let isReserved = prefix == Array("xml".utf8) || prefix == Array("xmlns".utf8)
            guard !isReserved, prefix.isEmpty || !value.isEmpty, !prefix.contains(UInt8(ascii: ":")) else {
                throw scanner.fault(.malformedPrefix)
            }
            opened.shadowed.append((prefix, namespaces[prefix]))
            namespaces[prefix] = value
        }
    }

    /// Nil for an attribute that declares none.
    private static func declaredPrefix(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        if name.elementsEqual("xmlns".utf8) { return [] }
        return name.starts(with: "xmlns:".utf8) ? Array(name.dropFirst(6)) : nil
    }

    /// Without those that declare prefixes.
    private func attributes(
        of tag: XMLScanner.Tag, _ scanner: borrowing XMLScanner, _ tree: inout XMLTree
    ) throws(XMLFault) -> Range<Int32> {
        let start = Int32(tree.attributes.count)
        var raw: Set<[UInt8]> = []
        var known: Set<Int32> = []
        for (name, value) in tag.attributes {
            guard raw.insert(Array(scanner.source[name])).inserted else { throw scanner.fault(.repeatedAttribute) }
            guard Self.declaredPrefix(scanner.source[name]) == nil else { continue }
            let number = tree.number(of: try resolved(name, scanner, isAttribute: true))
            guard known.insert(number).inserted else { throw scanner.fault(.repeatedAttribute) }
            tree.append(XMLTree.Attribute(name: number, value: tree.add(text: value)))
        }
        return start..<Int32(tree.attributes.count)
    }

    private func resolved(
        _ name: Range<Int>, _ scanner: borrowing XMLScanner, isAttribute: Bool
    ) throws(XMLFault) -> XMLTree.Name {
        let text = scanner.source[name]
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
            // Attributes without a prefix are in no namespace.
            return XMLTree.Name(namespace: isAttribute ? [] : namespaces[[]] ?? [], local: Array(text))
        }
        let local = Array(text[(colon + 1)...])
        guard colon > text.startIndex, XMLCharacters.isLocalName(local) else { throw scanner.fault(.malformedName) }
        guard let namespace = namespaces[Array(text[..<colon])] else { throw scanner.fault(.unknownPrefix) }
        return XMLTree.Name(namespace: namespace, local: local)
    }
}

extension XMLTree {
    /// - Parameter parent: the element that it is in, and the child of that one before it, or -1.
    fileprivate mutating func append(_ element: Element, after parent: (element: Int, sibling: Int32)?) {
        if let parent {
            if parent.sibling < 0 {
                elements[parent.element].firstChild = Int32(elements.count)
            } else {
                elements[Int(parent.sibling)].next = Int32(elements.count)
            }
        }
        elements.append(element)
    }

    fileprivate mutating func append(_ attribute: Attribute) { attributes.append(attribute) }

    fileprivate mutating func setText(of element: Int, _ text: [UInt8]) {
        if !text.isEmpty { elements[element].text = add(text: text) }
    }
}

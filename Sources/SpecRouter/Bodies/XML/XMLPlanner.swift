import JSONCore
import OpenAPIModel

/// Makes an ``XMLPlan`` of schemas, following `$ref`, `allOf`, `oneOf` and `anyOf`.
struct XMLPlanner {
    private let shapes: SchemaShapes
    private var nodes = [XMLPlan.Node()]
    private var known: [[Place]: Int] = [:]
    private var open: [(node: Int, places: [Place])] = []

    /// Beyond this many, further schemas count as untyped.
    private static let maximumNodes = 20_000

    init(_ shapes: SchemaShapes) {
        self.shapes = shapes
    }

    /// Nil for a schema that says nothing of XML: no object, no array, no `xml`. Such a body stays the text that it is.
    consuming func plan(for schema: Place) -> XMLPlan? {
        let shape = shapes.shape(of: schema)
        let kinds = shape.kinds ?? shape.impliedKinds
        let hints = hints([schema])
        guard kinds.contains(.object) || kinds.contains(.array) || hints.isThere else { return nil }
        let root = number(for: [schema])
        while let (node, places) = open.popLast() { fill(node, places) }
        let rootName = (hints.name ?? componentName(of: schema)).map { hints.named($0) }
        return XMLPlan(nodes: nodes, root: root, rootName: rootName)
    }

    private mutating func number(for places: [Place]) -> Int {
        guard !places.isEmpty else { return XMLPlan.untyped }
        if let known = known[places] { return known }
        guard nodes.count < Self.maximumNodes else { return XMLPlan.untyped }
        let number = nodes.count
        known[places] = number
        nodes.append(XMLPlan.Node())
        open.append((number, places))
        return number
    }

    private mutating func fill(_ number: Int, _ places: [Place]) {
        let shape = shapes.shape(of: places)
        var node = XMLPlan.Node()
        node.kinds = shape.kinds ?? shape.impliedKinds
        node.items = self.number(for: shape.items)
        let items = hints(shape.items)
        let own = hints(places)
        // Without a name of its own, an item in a wrapping element is called as that one is.
        node.itemName = (items.name ?? own.name).map { items.named($0) }
        for (key, places) in shape.properties {
            add(
                XMLPlan.Property(key: Array(key.utf8), node: self.number(for: places), place: place(key, places)),
                to: &node)
        }
        node.additional = self.number(for: shape.additional)
        nodes[number] = node
    }

    private func add(_ property: XMLPlan.Property, to node: inout XMLPlan.Node) {
        let index = node.properties.count
        node.properties.append(property)
        node.keys[property.key] = index
        switch property.place {
        case .attribute(let name): node.attributes[name.local, default: []].append(index)
        case .element(let name), .repeated(let name): node.elements[name.local, default: []].append(index)
        case .text: node.text = index
        }
    }

    private func place(_ key: String, _ places: [Place]) -> XMLPlan.Property.Place {
        let shape = shapes.shape(of: places)
        let kinds = shape.kinds ?? shape.impliedKinds
        let isArray = kinds.contains(.array) && !kinds.contains(.object)
        let hints = hints(places)
        switch hints.form(isArray: isArray) {
        case .attribute: return .attribute(hints.named(hints.name ?? key))
        case .text: return .text
        case .items:
            let items = self.hints(shape.items)
            return .repeated(items.named(items.name ?? key))
        case .element: return .element(hints.named(hints.name ?? key))
        }
    }

    /// `Pet` of `#/components/schemas/Pet`: what a root element is called by default.
    private func componentName(of schema: Place) -> String? {
        guard let reference = shapes.document.json(at: schema)["$ref"]?.string,
            let last = reference.utf8.split(separator: UInt8(ascii: "/")).last,
            reference.contains("/schemas/") || reference.contains("/definitions/")
        else { return nil }
        return String(Substring(last))
    }
}

/// What `xml` says of a schema.
private struct XMLHints {
    enum Form { case element, attribute, text, items }

    var isThere = false
    var name: String?
    var namespace: String?
    var prefix: String?
    var nodeType: String?
    var isAttribute = false
    var isWrapped = false

    init() {}

    init(_ xml: JSON) {
        isThere = true
        name = xml["name"]?.string
        namespace = xml["namespace"]?.string
        prefix = xml["prefix"]?.string
        nodeType = xml["nodeType"]?.string
        isAttribute = xml["attribute"]?.bool ?? false
        isWrapped = xml["wrapped"]?.bool ?? false
    }

    func named(_ name: String) -> XMLPlan.Name {
        XMLPlan.Name(
            local: Array(name.utf8), namespace: namespace.map { Array($0.utf8) }, prefix: prefix.map { Array($0.utf8) })
    }

    /// `nodeType` (OpenAPI 3.2), else `attribute` and `wrapped`. An array has no element of its own unless it asks for one.
    func form(isArray: Bool) -> Form {
        switch nodeType {
        case "attribute": .attribute
        case "text", "cdata": .text
        case "element": .element
        case "none": isArray ? .items : .element
        default: isAttribute ? .attribute : isArray && !isWrapped ? .items : .element
        }
    }
}

extension XMLPlanner {
    /// The first `xml` of the schemas, of what they refer to, and of what they are composed of by `allOf`.
    private func hints(_ places: [Place]) -> XMLHints {
        for place in places {
            if let hints = hints(place, depth: 0) { return hints }
        }
        return XMLHints()
    }

    private func hints(_ place: Place, depth: Int) -> XMLHints? {
        guard depth < 32 else { return nil }
        let document = shapes.document
        let schema = document.json(at: place)
        guard schema.kind == .object else { return nil }
        let target = schema["$ref"] == nil ? nil : document.resolve(place)
        if let target, target != place, document.version.family < .v31 { return hints(target, depth: depth + 1) }
        if let xml = schema["xml"], xml.kind == .object { return XMLHints(xml) }
        if let target, target != place, let hints = hints(target, depth: depth + 1) { return hints }
        for branch in schema["allOf"]?.elements.map({ $0 }) ?? [] {
            let inner = Place(document: place.document, index: branch.index)
            if let hints = hints(inner, depth: depth + 1) { return hints }
        }
        return nil
    }
}

import JSONCore

/// Where a schema holds other schemas, by the shape of the keyword's value; all dialects together.
enum SubschemaKeywords {
    enum Shape { case one, list, map, oneOrList }

    static let shapes: [String: Shape] = [
        "properties": .map, "patternProperties": .map, "$defs": .map, "definitions": .map, "dependentSchemas": .map,
        "allOf": .list, "anyOf": .list, "oneOf": .list, "prefixItems": .list, "items": .oneOrList,
        "additionalItems": .one, "additionalProperties": .one, "unevaluatedItems": .one,
        "unevaluatedProperties": .one, "contains": .one, "propertyNames": .one, "not": .one, "if": .one, "then": .one,
        "else": .one, "contentSchema": .one,
    ]
}

extension SubschemaKeywords {
    /// By the length of the keyword: nearly every keyword that is met is none of these.
    private static let byLength: [[(name: [UInt8], shape: Shape)]] = {
        var table: [[(name: [UInt8], shape: Shape)]] = []
        for (name, shape) in shapes {
            while table.count <= name.utf8.count { table.append([]) }
            table[name.utf8.count].append((Array(name.utf8), shape))
        }
        return table
    }()

    /// Nil for a key that holds no schemas.
    static func shape(of key: JSON) -> Shape? {
        let count = key.entry.count
        guard count < byLength.count else { return nil }
        for (name, shape) in byLength[count] where key.textEquals(name) { return shape }
        return nil
    }
}

extension Element {
    /// Calls `body` with the schemas directly within this schema.
    func forEachSubschema(_ body: (Element) -> Void) {
        for (key, value) in json.memberKeys {
            guard let shape = SubschemaKeywords.shape(of: key) else { continue }
            switch shape {
            case .one: body(Element(document: document, json: value, keyIndex: key.index))
            case .list: forEachElement(of: value, body)
            case .map: forEachMember(of: value, body)
            case .oneOrList where value.kind == .array: forEachElement(of: value, body)
            case .oneOrList: body(Element(document: document, json: value, keyIndex: key.index))
            }
        }
    }

    private func forEachElement(of list: JSON, _ body: (Element) -> Void) {
        for element in list.elements { body(Element(document: document, json: element)) }
    }

    private func forEachMember(of map: JSON, _ body: (Element) -> Void) {
        for (key, value) in map.memberKeys { body(Element(document: document, json: value, keyIndex: key.index)) }
    }
}

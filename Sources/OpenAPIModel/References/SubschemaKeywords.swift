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

extension Element {
    /// The schemas directly within this schema.
    var subschemas: [Element] {
        var found: [Element] = []
        for (key, value) in members {
            switch SubschemaKeywords.shapes[key] {
            case .one: found.append(value)
            case .list: found += value.elements
            case .map: found += value.members.map(\.value)
            case .oneOrList: if value.json.kind == .array { found += value.elements } else { found.append(value) }
            case nil: break
            }
        }
        return found
    }
}

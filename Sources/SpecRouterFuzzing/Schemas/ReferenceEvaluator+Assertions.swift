import JSONCore
import JSONSchema

/// What judges a value by itself.
extension ReferenceEvaluator {
    func assertionsHold(_ schema: JSON, _ instance: JSON) throws(Unknown) -> Bool {
        guard typeHolds(schema, instance) else { return false }
        if let values = schema["enum"], !values.elements.contains(where: { $0 == instance }) { return false }
        if generation >= .draft6, let value = schema["const"], value != instance { return false }
        if let format = schema["format"], try !formatHolds(format, instance) { return false }
        return switch instance.kind {
        case .integer, .number: numberHolds(schema, instance)
        case .string: try stringHolds(schema, instance)
        case .array: arrayHolds(schema, instance)
        case .object: objectHolds(schema, instance)
        default: true
        }
    }

    private func typeHolds(_ schema: JSON, _ instance: JSON) -> Bool {
        guard let type = schema["type"] else { return true }
        if schemas.dialect == .openAPI30, schema["nullable"]?.bool == true, instance.isNull { return true }
        let names = type.kind == .array ? type.elements.compactMap(\.string) : [type.string ?? ""]
        return names.contains { isOfType($0, instance) }
    }

    private func isOfType(_ name: String, _ instance: JSON) -> Bool {
        guard let number = instance.number else {
            return switch instance.kind {
            case .null: name == "null"
            case .boolean: name == "boolean"
            case .string: name == "string"
            case .array: name == "array"
            default: name == "object"
            }
        }
        guard name == "integer" else { return name == "number" }
        if schemas.dialect == .draft4 { return !number.literal.contains { ".eE".contains($0) } }
        return ReferenceNumber(literal: Array(number.literal.utf8))?.isInteger ?? number.isInteger
    }

    /// Formats have tests of their own: here only whether they are asked for where they must be.
    private func formatHolds(_ format: JSON, _ instance: JSON) throws(Unknown) -> Bool {
        let text = "{\"format\":\(format)}"
        guard let document = try? JSON(parsing: text),
            let schema = try? CompiledSchema(document, dialect: schemas.dialect)
        else { throw Unknown() }
        return schema.isValid(instance)
    }

    private func numberHolds(_ schema: JSON, _ instance: JSON) -> Bool {
        guard let number = instance.number else { return false }
        if let divisor = schema["multipleOf"]?.number, !number.isMultiple(of: divisor) { return false }
        if let least = schema["minimum"]?.number {
            if number < least || number == least && isExclusive("exclusiveMinimum", schema) { return false }
        }
        if let most = schema["maximum"]?.number {
            if most < number || number == most && isExclusive("exclusiveMaximum", schema) { return false }
        }
        guard generation >= .draft6 else { return true }
        if let least = schema["exclusiveMinimum"]?.number, !(least < number) { return false }
        if let most = schema["exclusiveMaximum"]?.number, !(number < most) { return false }
        return true
    }

    /// Up to draft 4 a flag beside the bound.
    private func isExclusive(_ keyword: String, _ schema: JSON) -> Bool {
        generation <= .draft4 && schema[keyword]?.bool == true
    }

    private func stringHolds(_ schema: JSON, _ instance: JSON) throws(Unknown) -> Bool {
        let text = instance.string ?? ""
        if let pattern = schema["pattern"]?.string, try !matches(pattern, text) { return false }
        return isCount(text.unicodeScalars.count, within: "minLength", "maxLength", of: schema)
    }

    private func arrayHolds(_ schema: JSON, _ instance: JSON) -> Bool {
        let elements = Array(instance.elements)
        if schema["uniqueItems"]?.bool == true {
            for (position, element) in elements.enumerated() where elements[..<position].contains(element) {
                return false
            }
        }
        return isCount(elements.count, within: "minItems", "maxItems", of: schema)
    }

    private func objectHolds(_ schema: JSON, _ instance: JSON) -> Bool {
        var required = schema["required"].map { Array($0.elements) } ?? []
        var dependent: [(key: String, value: JSON)] = []
        if generation >= .draft201909 { dependent += schema["dependentRequired"].map { Array($0.members) } ?? [] }
        if !isOpenAPI { dependent += schema["dependencies"].map { Array($0.members) } ?? [] }
        for (name, names) in dependent where instance[name] != nil { required += Array(names.elements) }
        guard required.allSatisfy({ instance[$0.string ?? ""] != nil }) else { return false }
        return isCount(instance.count, within: "minProperties", "maxProperties", of: schema)
    }

    private func isCount(_ count: Int, within least: String, _ most: String, of schema: JSON) -> Bool {
        count >= schema[least]?.int ?? 0 && count <= schema[most]?.int ?? .max
    }
}

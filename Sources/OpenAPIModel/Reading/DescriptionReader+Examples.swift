import JSONCore

/// Examples: what is wrong with them is said, and is no reason to refuse an operation.
extension DescriptionReader {
    /// The values of a media type's examples.
    mutating func readExamples(of mediaType: Element) -> [(name: String, value: Place)] {
        var examples: [(name: String, value: Place)] = []
        if let example = mediaType["example"] { examples.append(("", example.place)) }
        checkExamples(of: mediaType)
        guard let list = mediaType["examples"] else { return examples }
        for (name, element) in list.members {
            guard let target = resolvedQuietly(element) else { continue }
            guard let value = target["value"] ?? target["dataValue"] else { continue }
            examples.append((name, value.place))
        }
        return examples
    }

    /// Of a parameter, header or media type.
    mutating func checkExamples(of owner: Element) {
        guard let list = owner["examples"] else { return }
        if owner["example"] != nil {
            reportAside(.error, .badExample, "\"example\" and \"examples\" exclude each other.", at: list)
        }
        for (_, element) in list.members where element["$ref"] == nil { checkExample(element) }
    }

    /// OpenAPI 3.2, section 4.20: which fields of an Example Object exclude each other.
    mutating func checkExample(_ example: Element) {
        let pairs = [
            ("value", "externalValue"), ("value", "dataValue"), ("value", "serializedValue"),
            ("serializedValue", "externalValue"),
        ]
        for (left, right) in pairs where example[left] != nil {
            guard let other = example[right] else { continue }
            reportAside(.error, .badExample, "\"\(left)\" and \"\(right)\" exclude each other.", at: other)
        }
    }
}

import JSONCore

/// One unit of output: a schema, a finding or an annotation, and what is within. JSON Schema 2020-12, section 12.3.
struct OutputUnit {
    var isValid: Bool
    var keywordLocation: JSONPointer
    /// nil where the schema has no absolute URI and no reference led to it.
    var absoluteKeywordLocation: String?
    var instanceLocation: JSONPointer
    var error: String?
    var annotation: JSON?
    var units: [OutputUnit] = []

    /// Says something by itself, whatever is within.
    var isSpeaking: Bool { error != nil || annotation != nil }

    /// Section 12.4.3: what has nothing within is left out, what has one thing within is that thing.
    var condensed: OutputUnit? {
        var unit = self
        unit.units = units.compactMap(\.condensed)
        guard !isSpeaking else { return unit }
        return unit.units.count > 1 ? unit : unit.units.first
    }

    /// Section 12.4.2: all that say something, in one list.
    var flattened: [OutputUnit] {
        var unit = self
        unit.units = []
        return (isSpeaking ? [unit] : []) + units.flatMap(\.flattened)
    }
}

extension TapeBuilder {
    mutating func append(_ unit: OutputUnit) {
        beginObject()
        key("valid")
        bool(unit.isValid)
        key("keywordLocation")
        string(unit.keywordLocation.description)
        if let location = unit.absoluteKeywordLocation {
            key("absoluteKeywordLocation")
            string(location)
        }
        key("instanceLocation")
        string(unit.instanceLocation.description)
        if let error = unit.error {
            key("error")
            string(error)
        }
        if let annotation = unit.annotation {
            key("annotation")
            append(annotation)
        }
        if !unit.units.isEmpty {
            key(unit.isValid ? "annotations" : "errors")
            beginArray()
            for inner in unit.units { append(inner) }
            endArray()
        }
        _ = endObject()
    }
}

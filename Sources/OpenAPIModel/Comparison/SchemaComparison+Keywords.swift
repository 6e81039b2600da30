import JSONCore

/// Keywords about one value by itself.
extension SchemaComparison {
    mutating func compareTypes(_ pair: Pair) {
        let (before, after) = (Self.types(of: pair.old), Self.types(of: pair.new))
        guard before != after else { return }
        let gone = before.map { before in after.map { before.subtracting($0) } ?? [] } ?? ["any"]
        let come = after.map { after in before.map { after.subtracting($0) } ?? [] } ?? ["any"]
        let names = "\"type\" went from \(Self.listed(before)) to \(Self.listed(after))"
        switch (before == nil || !gone.isEmpty && after != nil, after == nil || !come.isEmpty && before != nil) {
        case (true, true): add(.changed, names, pair)
        case (true, false): add(.tightened, names, pair)
        default: add(.loosened, names, pair)
        }
    }

    /// Nil when any type will do. `number` includes `integer`.
    private static func types(of schema: JSON) -> Set<String>? {
        guard let type = schema["type"] else { return nil }
        var names = Set(type.kind == .array ? type.elements.compactMap(\.string) : [type.string ?? ""])
        if names.contains("number") { names.insert("integer") }
        if schema["nullable"]?.bool == true { names.insert("null") }
        return names
    }

    private static func listed(_ types: Set<String>?) -> String {
        guard let types else { return "any" }
        return types.subtracting(types.contains("number") ? ["integer"] : []).sorted().joined(separator: " or ")
    }

    private static let lowerBounds = [
        "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains",
    ]
    private static let upperBounds = [
        "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains",
    ]

    mutating func compareBounds(_ pair: Pair) {
        for keyword in Self.lowerBounds { compareBound(keyword, pair, isLower: true) }
        for keyword in Self.upperBounds { compareBound(keyword, pair, isLower: false) }
    }

    private mutating func compareBound(_ keyword: String, _ pair: Pair, isLower: Bool) {
        let (before, after) = (pair.old[keyword], pair.new[keyword])
        guard before != after else { return }
        let message = "\"\(keyword)\" went from \(Self.text(before)) to \(Self.text(after))"
        guard let after, !(after.bool == false) else { return add(.loosened, message, pair) }
        guard let before, !(before.bool == false) else { return add(.tightened, message, pair) }
        guard let low = before.number, let high = after.number else { return add(.changed, message, pair) }
        add((high > low) == isLower ? .tightened : .loosened, message, pair)
    }

    /// `enum`, `const`, and keywords that are the same or not.
    mutating func compareValues(_ pair: Pair) {
        compareChoices(pair)
        for keyword in ["pattern", "format", "multipleOf", "not", "contentEncoding", "contentMediaType", "if"] {
            let (before, after) = (pair.old[keyword], pair.new[keyword])
            guard before != after else { continue }
            let kind: DescriptionChange.Kind = before == nil ? .tightened : after == nil ? .loosened : .changed
            add(kind, "\"\(keyword)\" went from \(Self.text(before)) to \(Self.text(after))", pair)
        }
        let (before, after) = (pair.old["uniqueItems"]?.bool == true, pair.new["uniqueItems"]?.bool == true)
        if before != after {
            add(after ? .tightened : .loosened, "elements \(after ? "must be" : "need not be") unique", pair)
        }
    }

    private mutating func compareChoices(_ pair: Pair) {
        let (before, after) = (Self.choices(of: pair.old), Self.choices(of: pair.new))
        guard let before else {
            if after != nil { add(.tightened, "it is one of a list of values now", pair) }
            return
        }
        guard let after else { return add(.loosened, "it is no longer one of a list of values", pair) }
        let gone = before.filter { !after.contains($0) }
        let come = after.filter { !before.contains($0) }
        if !gone.isEmpty { add(.tightened, "\(Self.listed(gone)) no longer among its values", pair) }
        if !come.isEmpty { add(.loosened, "\(Self.listed(come)) among its values now", pair) }
    }

    private static func choices(of schema: JSON) -> [JSON]? {
        schema["const"].map { [$0] } ?? schema["enum"].map { Array($0.elements) }
    }

    private static func listed(_ values: [JSON]) -> String {
        let shown = values.prefix(5).map(text).joined(separator: ", ")
        let rest = values.count > 5 ? " and \(values.count - 5) more" : ""
        return shown + rest + (values.count == 1 ? " is" : " are")
    }

    /// As it is written, cut.
    private static func text(_ json: JSON?) -> String {
        guard let json else { return "nothing" }
        let text = json.description
        return text.count > 60 ? text.prefix(60) + "…" : text
    }
}

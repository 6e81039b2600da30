import JSONCore

/// Keywords about members and elements, and those that hold whole schemas.
extension SchemaComparison {
    mutating func compareMembers(_ pair: Pair) {
        compareRequired(pair)
        compareProperties(pair)
        compareAdditional(pair)
        if let before = pair.old["items"], let after = pair.new["items"] {
            descend(before, after, pair, to: "/*")
        } else if pair.old["items"] != nil || pair.new["items"] != nil {
            let isNew = pair.old["items"] == nil
            add(isNew ? .tightened : .loosened, "elements \(isNew ? "have a schema now" : "may be anything")", pair)
        }
    }

    private mutating func compareRequired(_ pair: Pair) {
        let (before, after) = (Self.required(pair.old), Self.required(pair.new))
        for name in after where !before.contains(name) {
            add(.tightened, "is required now", pair, at: Self.step(name))
        }
        for name in before where !after.contains(name) {
            add(.loosened, "is no longer required", pair, at: Self.step(name))
        }
    }

    private static func required(_ schema: JSON) -> [String] {
        schema["required"]?.elements.compactMap(\.string) ?? []
    }

    private mutating func compareProperties(_ pair: Pair) {
        let known = pair.old["properties"]
        let properties = pair.new["properties"]
        for (name, schema) in properties?.members.map({ $0 }) ?? [] {
            if let before = known?[name] {
                descend(before, schema, pair, to: Self.step(name))
            } else {
                add(.added, "the property is new", pair, at: Self.step(name))
            }
        }
        let isClosed = pair.new["additionalProperties"]?.bool == false
        for (name, _) in known?.members.map({ $0 }) ?? [] where properties?[name] == nil {
            add(isClosed ? .tightened : .removed, "the property is gone", pair, at: Self.step(name))
        }
    }

    private mutating func compareAdditional(_ pair: Pair) {
        for keyword in ["additionalProperties", "unevaluatedProperties", "additionalItems", "unevaluatedItems"] {
            let (before, after) = (pair.old[keyword], pair.new[keyword])
            if let before, let after, before.kind == .object, after.kind == .object {
                descend(before, after, pair, to: "/*")
                continue
            }
            let (wasOpen, isOpen) = (before?.bool ?? (before == nil), after?.bool ?? (after == nil))
            guard
                wasOpen != isOpen || before?.bool == false && after?.kind == .object
                    || before?.kind == .object && after?.bool == false
            else { continue }
            let isTighter = wasOpen || after?.bool == false
            add(isTighter ? .tightened : .loosened, "\"\(keyword)\" allows \(isTighter ? "less" : "more")", pair)
        }
    }

    /// Lists of schemas are compared one by one, in their order.
    mutating func compareBranches(_ pair: Pair) {
        for (keyword, isChoice) in [("allOf", false), ("anyOf", true), ("oneOf", true), ("prefixItems", false)] {
            let before = pair.old[keyword].map { Array($0.elements) } ?? []
            let after = pair.new[keyword].map { Array($0.elements) } ?? []
            for (known, branch) in zip(before, after) { descend(known, branch, pair) }
            guard before.count != after.count else { continue }
            // One more choice where there were some, or one rule less.
            let isLooser = after.isEmpty || isChoice == (after.count > before.count) && !before.isEmpty
            let message = "\"\(keyword)\" went from \(before.count) to \(after.count) schemas"
            add(isLooser ? .loosened : .tightened, message, pair)
        }
    }

    private static func step(_ name: String) -> String { JSONPointer(tokens: [name]).description }
}

import JSONCore

extension Keyword {
    static let minProperties = Keyword("minProperties", .validation) { compilation, draft, value in
        compilation.limit(.minProperties, value, "minProperties", in: &draft)
    }

    static let maxProperties = Keyword("maxProperties", .validation) { compilation, draft, value in
        compilation.limit(.maxProperties, value, "maxProperties", in: &draft)
    }

    static let dependentRequired = Keyword("dependentRequired", .validation) { compilation, draft, value in
        guard value.kind == .object else {
            return compilation.refuse(value, "\"dependentRequired\" must be an object.", in: draft)
        }
        for (name, names) in value.members {
            compilation.appendDependency(of: name, on: names, "dependentRequired", in: &draft)
        }
    }

    static let dependentSchemas = Keyword("dependentSchemas", .applicator, .map) { compilation, draft, value in
        guard value.kind == .object else {
            return compilation.refuse(value, "\"dependentSchemas\" must be an object.", in: draft)
        }
        for (name, schema) in value.members {
            compilation.appendDependency(of: name, onSchema: schema, "dependentSchemas", in: &draft)
        }
    }

    /// Up to draft 7: names or a schema.
    static let dependencies = Keyword("dependencies", .applicator, .mapOfSchemasOrNames) { compilation, draft, value in
        guard value.kind == .object else {
            return compilation.refuse(value, "\"dependencies\" must be an object.", in: draft)
        }
        for (name, dependency) in value.members {
            if dependency.kind == .array {
                compilation.appendDependency(of: name, on: dependency, "dependencies", in: &draft)
            } else {
                compilation.appendDependency(of: name, onSchema: dependency, "dependencies", in: &draft)
            }
        }
    }
}

extension Compilation {
    fileprivate mutating func appendDependency(
        of trigger: String, on value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        guard let names = names(value, keyword, in: draft) else { return }
        let site = site(value, keyword, in: draft)
        let table = table(of: [SlotDraft(name: trigger)] + names.map { SlotDraft(name: $0) })
        for slot in table.start + 1..<table.start + table.count {
            draft.append(.dependentRequired, site, table.start, slot)
        }
    }

    fileprivate mutating func appendDependency(
        of trigger: String, onSchema schema: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        let node = child(schema, .inPlaceAtTimes, in: &draft)
        let table = table(of: [SlotDraft(name: trigger)])
        draft.append(.dependentSchema, site(schema, keyword, in: draft), table.start, node)
    }
}

extension Evaluator {
    @inline(never)
    mutating func hasDependentRequired(_ instruction: Instruction, _ index: Int) -> Bool {
        if member(named: instruction.a, of: index) == nil || member(named: instruction.b, of: index) != nil {
            return true
        }
        guard isListing else { return false }
        let (trigger, name) = (name(of: instruction.a), name(of: instruction.b))
        return fail(
            instruction, at: index,
            "is missing the property \"\(name)\", which is required where \"\(trigger)\" is present")
    }

    @inline(never)
    mutating func meetsDependentSchema(_ instruction: Instruction, _ index: Int, _ track: Track) -> Bool {
        member(named: instruction.a, of: index) == nil || validate(instruction.b, index, track)
    }
}

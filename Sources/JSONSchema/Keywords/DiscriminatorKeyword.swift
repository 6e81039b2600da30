import JSONCore

extension Keyword {
    /// Read by `anyOf` and `oneOf` beside it.
    static let discriminator = Keyword("discriminator", .openAPI, annotates: .instances)
}

extension Compilation {
    /// The branches that the values of the property pick: by `mapping`, else by the last part of each branch's reference
    /// (OpenAPI 3.0.4, "Discriminator Object"), and that of all other values, by `defaultMapping` (OpenAPI 3.2.0). nil
    /// when there is no discriminator, or none that can be read.
    mutating func discriminator(of branches: [JSON], in draft: NodeDraft) -> Discriminator? {
        guard let discriminator = draft.sibling("discriminator"),
            let property = discriminator["propertyName"]?.string
        else { return nil }
        let named = namedBranches(branches, in: draft)
        var mapped: [(value: String, branch: Int)] = []
        for (value, name) in discriminator["mapping"].map({ Array($0.members) }) ?? [] {
            guard let branch = branch(meantBy: name, named, in: draft) else { continue }
            mapped.append((value, branch))
        }
        return Discriminator(
            property: property, branches: mapped + named.names,
            fallback: discriminator["defaultMapping"].flatMap { branch(meantBy: $0, named, in: draft) })
    }

    private mutating func namedBranches(_ branches: [JSON], in draft: NodeDraft) -> NamedBranches {
        var named = NamedBranches()
        for (branch, schema) in branches.enumerated() {
            guard let text = schema["$ref"]?.string else { continue }
            if let target = resolve(text, from: draft.resource) { named.places[target.place] = branch }
            if let name = text.split(separator: "/").last { named.names.append((String(name), branch)) }
        }
        return named
    }

    /// A mapping has references or names.
    private mutating func branch(meantBy name: JSON, _ named: NamedBranches, in draft: NodeDraft) -> Int? {
        guard let text = name.string else { return nil }
        let place = resolve(text, from: draft.resource)?.place
        return place.flatMap { named.places[$0] } ?? named.names.first { $0.value == text }?.branch
    }
}

/// The branches that are references, by what they refer to.
private struct NamedBranches {
    var places: [Place: Int] = [:]
    var names: [(value: String, branch: Int)] = []
}

import JSONCore

extension Keyword {
    /// Read by `anyOf` and `oneOf` beside it.
    static let discriminator = Keyword("discriminator", .openAPI, annotates: .instances)
}

extension Compilation {
    /// The branches that the values of the property pick: by `mapping`, else by the last part of each branch's reference
    /// (OpenAPI 3.0.4, "Discriminator Object"). nil when there is none, or none that can be read.
    mutating func discriminator(of branches: [JSON], in draft: NodeDraft) -> Discriminator? {
        guard let discriminator = draft.sibling("discriminator"),
            let property = discriminator["propertyName"]?.string
        else { return nil }
        var picked: [(value: String, branch: Int)] = []
        var places: [Place: Int] = [:]
        for (branch, schema) in branches.enumerated() {
            guard let text = schema["$ref"]?.string else { continue }
            if let target = resolve(text, from: draft.resource) { places[target.place] = branch }
            if let name = text.split(separator: "/").last { picked.append((String(name), branch)) }
        }
        var mapped: [(value: String, branch: Int)] = []
        for (value, name) in discriminator["mapping"].map({ Array($0.members) }) ?? [] {
            guard let text = name.string else { continue }
            let place = resolve(text, from: draft.resource)?.place
            if let branch = place.flatMap({ places[$0] }) ?? picked.first(where: { $0.value == text })?.branch {
                mapped.append((value, branch))
            }
        }
        return Discriminator(property: property, branches: mapped + picked)
    }
}

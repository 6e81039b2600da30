import JSONCore

extension Compilation {
    /// The dialect that a `$schema` names: a built-in one, or one by a metaschema with a `$vocabulary`.
    mutating func dialect(named uri: String) -> Dialect? {
        if let dialect = SchemaDialect(uri: uri) { return Dialect(dialect) }
        let uri = URIReference(uri).withoutFragment
        if let known = customDialects[uri] { return known }
        guard let metaschema = options.registry.document(at: uri)?.json,
            let base = metaschema["$schema"]?.string, base != uri
        else { return nil }
        customDialects[uri] = .some(nil)
        guard var dialect = dialect(named: base) else { return nil }
        if let vocabularies = metaschema["$vocabulary"] {
            guard let limited = dialect.using(vocabularies) else { return nil }
            dialect = limited
        }
        customDialects[uri] = dialect
        return dialect
    }
}

extension Dialect {
    /// nil when a vocabulary is required that is not known. JSON Schema 2020-12, section 8.1.2.
    func using(_ vocabularies: JSON) -> Dialect? {
        var used: Set<Keyword.Vocabulary> = [.core, .annotation]
        var asserts = assertsFormats
        for (uri, isRequired) in vocabularies.members {
            let parts = uri.split(separator: "/").suffix(3)
            guard uri.hasPrefix("https://json-schema.org/draft/"), parts.count == 3, let name = parts.last,
                let known = Self.vocabularies(named: String(name), draft: String(parts.first ?? ""))
            else {
                if isRequired.bool == true { return nil }
                continue
            }
            used.formUnion(known)
            if name == "format-assertion" { asserts = true }
            if name == "format", isRequired.bool == true { asserts = true }
        }
        var dialect = limited(to: used)
        dialect.assertsFormats = asserts
        return dialect
    }

    private static func vocabularies(named name: String, draft: String) -> Set<Keyword.Vocabulary>? {
        switch name {
        case "core": [.core]
        case "applicator": draft == "2019-09" ? [.applicator, .unevaluated] : [.applicator]
        case "unevaluated": [.unevaluated]
        case "validation": [.validation]
        case "format", "format-annotation", "format-assertion": [.format]
        case "meta-data", "content": [.annotation]
        default: nil
        }
    }
}

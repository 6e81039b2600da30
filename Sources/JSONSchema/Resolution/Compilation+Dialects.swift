import JSONCore

/// Why a dialect cannot be used.
struct UnknownDialect: Error {
    /// A full sentence.
    var message: String
}

extension Compilation {
    /// The dialect that a `$schema` names: a built-in one, or one by a metaschema with a `$vocabulary`.
    mutating func dialect(named uri: String) throws(UnknownDialect) -> Dialect {
        if let dialect = SchemaDialect(uri: uri) { return Dialect(dialect) }
        let key = URIReference(uri).normalized
        if let known = customDialects[key] { return try known.get() }
        // Metaschemas that name each other in a circle are of no dialect.
        customDialects[key] = .failure(UnknownDialect(message: "The dialect \"\(uri)\" is not known."))
        let outcome = Result { () throws(UnknownDialect) in try customDialect(named: uri, at: key) }
        customDialects[key] = outcome
        return try outcome.get()
    }

    private mutating func customDialect(named uri: String, at key: String) throws(UnknownDialect) -> Dialect {
        guard let metaschema = options.registry.document(at: key)?.json, let base = metaschema["$schema"]?.string else {
            throw UnknownDialect(message: "The dialect \"\(uri)\" is not known.")
        }
        let dialect = try dialect(named: base)
        guard let vocabularies = metaschema["$vocabulary"] else { return dialect }
        do throws(UnknownVocabulary) {
            return try dialect.using(vocabularies)
        } catch {
            let message = "The dialect \"\(uri)\" requires the vocabulary \"\(error.uri)\", which is not known."
            throw UnknownDialect(message: message)
        }
    }
}

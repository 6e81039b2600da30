import JSONCore

/// What a vocabulary's URI in a `$vocabulary` stands for. JSON Schema 2020-12, section 8.1.2.
struct Vocabulary: Sendable {
    /// When its presence demands that formats are asserted.
    enum Formats: Sendable { case asOptionsSay, assertedWhenRequired, asserted }

    var keywords: Set<Keyword.Vocabulary>
    var formats = Formats.asOptionsSay
    /// Changes a dialect beyond leaving its keywords in.
    var extend: (@Sendable (inout Dialect) -> Void)?

    static let known: [String: Vocabulary] = {
        var known: [String: Vocabulary] = [:]
        for (draft, name, vocabulary) in drafts {
            known["https://json-schema.org/draft/\(draft)/vocab/\(name)"] = vocabulary
        }
        for version in ["3.1", "3.2"] {
            known["https://spec.openapis.org/oas/\(version)/vocab/base"] = Vocabulary(
                keywords: [.openAPI], extend: { $0.addOpenAPIVocabulary() })
        }
        return known
    }()

    private static let drafts: [(draft: String, name: String, vocabulary: Vocabulary)] = [
        ("2019-09", "core", Vocabulary(keywords: [.core])),
        ("2019-09", "applicator", Vocabulary(keywords: [.applicator, .unevaluated])),
        ("2019-09", "validation", Vocabulary(keywords: [.validation])),
        ("2019-09", "meta-data", Vocabulary(keywords: [])),
        ("2019-09", "format", Vocabulary(keywords: [.format], formats: .assertedWhenRequired)),
        ("2019-09", "content", Vocabulary(keywords: [.content])),
        ("2020-12", "core", Vocabulary(keywords: [.core])),
        ("2020-12", "applicator", Vocabulary(keywords: [.applicator])),
        ("2020-12", "unevaluated", Vocabulary(keywords: [.unevaluated])),
        ("2020-12", "validation", Vocabulary(keywords: [.validation])),
        ("2020-12", "meta-data", Vocabulary(keywords: [])),
        ("2020-12", "format-annotation", Vocabulary(keywords: [.format])),
        ("2020-12", "format-assertion", Vocabulary(keywords: [.format], formats: .asserted)),
        ("2020-12", "content", Vocabulary(keywords: [.content])),
    ]
}

/// A vocabulary that a dialect requires and that is not known.
struct UnknownVocabulary: Error {
    var uri: String
}

extension Dialect {
    /// The same dialect with what a metaschema's `$vocabulary` puts to use, and nothing else but the core.
    func using(_ vocabularies: JSON) throws(UnknownVocabulary) -> Dialect {
        var dialect = self
        var used: Set<Keyword.Vocabulary> = [.core]
        for (uri, isRequired) in vocabularies.members {
            guard let vocabulary = Vocabulary.known[uri] else {
                if isRequired.bool == true { throw UnknownVocabulary(uri: uri) }
                continue
            }
            used.formUnion(vocabulary.keywords)
            vocabulary.extend?(&dialect)
            let asserts = vocabulary.formats == .assertedWhenRequired && isRequired.bool == true
            if asserts || vocabulary.formats == .asserted { dialect.assertsFormats = true }
        }
        return dialect.limited(to: used)
    }
}

/// A dialect is data: a table of keywords and a few properties of the language around them.
struct Dialect: Sendable {
    enum References: Sendable { case replaceSiblings, applyBesideSiblings }
    enum Integers: Sendable { case byValue, byLiteral }
    enum Booleans: Sendable { case areSchemas, areNot }
    enum Direction: Sendable { case isIgnored, decidesRequired }

    /// The keyword that names a resource.
    var identifier: String
    /// Whether an identifier with a fragment is an anchor (up to draft 7).
    var identifiersAnchor: Bool
    var references: References
    var integers: Integers
    var booleans: Booleans
    var direction: Direction = .isIgnored
    /// Whether a vocabulary demands that formats are asserted, whatever the options say.
    var assertsFormats = false
    private(set) var keywords = KeywordTable()

    /// Adds keywords, or replaces those of the same name.
    mutating func add(_ added: Keyword...) {
        for keyword in added { keywords.add(keyword) }
    }

    mutating func remove(_ names: String...) {
        keywords.keep { !names.contains($0.name) }
    }

    /// The same dialect without the keywords of vocabularies that are not in use.
    func limited(to vocabularies: Set<Keyword.Vocabulary>) -> Dialect {
        var limited = self
        limited.keywords.keep { vocabularies.contains($0.vocabulary) }
        return limited
    }
}

extension Dialect {
    init(_ dialect: SchemaDialect) {
        self =
            switch dialect {
            case .draft4: .draft4
            case .draft6: .draft6
            case .draft7: .draft7
            case .draft201909: .draft201909
            case .draft202012: .draft202012
            case .openAPI20: .openAPI20
            case .openAPI30: .openAPI30
            case .openAPI31: .openAPI31
            case .openAPI32: .openAPI32
            }
    }
}

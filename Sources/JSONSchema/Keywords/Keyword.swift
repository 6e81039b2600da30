import JSONCore

/// One row of a dialect's table: a name, where its value holds subschemas, and how it compiles.
struct Keyword: Sendable {
    typealias Compile = @Sendable (inout Compilation, inout NodeDraft, JSON) -> Void

    /// Where subschemas stand in the keyword's value: what framing needs to find identifiers.
    enum Children: Sendable { case none, schema, list, map, schemaOrList, mapOfSchemasOrNames }

    /// Whether the keyword's value is an annotation of the instance, and of which; `beside` another keyword alone.
    enum Annotates: Sendable { case nothing, instances, strings(beside: String?) }

    /// The vocabularies of 2019-09 and 2020-12 that have keywords here, and OpenAPI's.
    enum Vocabulary: Sendable { case core, applicator, unevaluated, validation, format, content, openAPI }

    var name: String
    var vocabulary: Vocabulary
    var children: Children = .none
    var annotates = Annotates.nothing
    /// Whether an instance can fail by it; a schema beside whose `$ref` nothing decides is the one that is referred to.
    var decides: Bool
    /// nil: an annotation, or a place for subschemas that others refer to.
    var compile: Compile?

    init(
        _ name: String, _ vocabulary: Vocabulary, _ children: Children = .none, annotates: Annotates = .nothing,
        compile: Compile? = nil
    ) {
        self.name = name
        self.vocabulary = vocabulary
        self.children = children
        self.annotates = annotates
        decides = compile != nil
        self.compile = compile
    }

    var thatDecidesNothing: Keyword {
        var keyword = self
        keyword.decides = false
        return keyword
    }
}

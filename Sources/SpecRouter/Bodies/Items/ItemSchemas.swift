import JSONCore
import OpenAPIModel

/// Which schemas say something of the items of a sequential media type, each of which is checked as it passes.
struct ItemSchemas {
    var item: Place?
    var prefix: [Place] = []
    var rest: Place?
    var minimum: (count: Int, place: Place)?
    var maximum: (count: Int, place: Place)?
    /// The `schema` says things of the whole stream that cannot be known while it passes.
    private(set) var unchecked: Place?

    init(_ content: MediaTypeContent, _ document: OpenAPIDocument) {
        item = content.itemSchema
        if let schema = content.schema { read(schema, document) }
    }

    /// Those to compile.
    var places: [Place] { [item, rest].compactMap { $0 } + prefix }

    private mutating func read(_ schema: Place, _ document: OpenAPIDocument) {
        var place = schema
        var json = document.json(at: place)
        for _ in 0..<32 {
            guard json["$ref"] != nil, let target = document.resolve(place), target != place else { break }
            if Self.says(json, beside: ["$ref"]), document.version.family >= .v31 { unchecked = schema }
            place = target
            json = document.json(at: place)
        }
        guard json.kind == .object else { return }
        if json["type"]?.string == "array" || json["type"] == nil { readArray(json, place) }
        if Self.says(json, beside: Self.arrayKeywords(json)) { unchecked = schema }
    }

    private mutating func readArray(_ json: JSON, _ place: Place) {
        func inner(_ json: JSON) -> Place { Place(document: place.document, index: json.index) }
        if let items = json["items"], items.kind != .array { rest = inner(items) }
        if let places = json["prefixItems"] { prefix = places.elements.map(inner) }
        if let count = json["minItems"], let number = count.int { minimum = (number, inner(count)) }
        if let count = json["maxItems"], let number = count.int { maximum = (number, inner(count)) }
    }

    private static func arrayKeywords(_ json: JSON) -> Set<String> {
        switch json["type"]?.string {
        case "array": ["type", "items", "prefixItems", "minItems", "maxItems"]
        case nil where json["type"] == nil: ["items", "prefixItems", "minItems", "maxItems"]
        // The text of the stream as a whole, without a word on what is in it.
        case "string": ["type"]
        default: []
        }
    }

    private static let annotations: Set<String> = [
        "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs",
        "xml", "$comment", "$id", "$anchor", "$schema", "$defs", "definitions", "format", "nullable",
        "contentMediaType",
        "contentEncoding", "contentSchema",
    ]

    private static func says(_ json: JSON, beside known: Set<String>) -> Bool {
        json.members.contains { member in
            !known.contains(member.key) && !annotations.contains(member.key) && !member.key.hasPrefix("x-")
        }
    }
}

extension MediaTypeContent {
    /// Nil for a media type that is not sequential.
    var itemFormat: ItemFormat? { MediaRange(range)?.itemFormat }

    /// The schemas that such a body is checked against.
    func checkedSchemas(in document: OpenAPIDocument) -> [Place] {
        itemFormat == nil ? [schema].compactMap { $0 } : ItemSchemas(self, document).places
    }
}

extension Operation {
    /// Says which streams pass without the checks that their descriptions ask for.
    func streamRemarks(in document: OpenAPIDocument, beside known: inout Set<Place>) -> [Diagnostic] {
        let contents = (requestBody?.content ?? []) + responses.flatMap(\.response.content)
        return contents.compactMap { content in
            guard content.itemFormat != nil, let place = ItemSchemas(content, document).unchecked,
                known.insert(place).inserted
            else { return nil }
            return Diagnostic(
                .warning, .uncheckedStream,
                "The `schema` of \"\(content.range)\" describes the stream as a whole, which is never held; its items "
                    + "are not checked by it.",
                hint: "Describe each item by `itemSchema` (OpenAPI 3.2), or the stream as an array with `items`.",
                location: document.location(of: place))
        }
    }
}

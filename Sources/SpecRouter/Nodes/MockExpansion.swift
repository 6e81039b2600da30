import JSONCore
import JSONSchema
import OpenAPIModel

/// Finds the ways in which schemas can hold together, one for each choice of `oneOf` and `anyOf` branches.
///
/// Bounded in number and size: a description may nest choices without end.
struct MockExpansion {
    private static let maximumCount = 16
    private static let maximumSize = 64
    private static let maximumSteps = 4096

    private let document: OpenAPIDocument
    /// Schemas looked at, those of combinations that came to nothing included.
    private var steps = 0
    private(set) var results: [MockFacets] = []

    /// In the order in which they should be tried: first branches first.
    static func expand(_ schemas: [Place], in document: OpenAPIDocument) -> [MockFacets] {
        var expansion = MockExpansion(document: document)
        expansion.expand(schemas[...], MockFacets(document: document))
        return expansion.results
    }

    private init(document: OpenAPIDocument) {
        self.document = document
    }

    private mutating func expand(_ pending: ArraySlice<Place>, _ taken: MockFacets) {
        guard results.count < Self.maximumCount, steps < Self.maximumSteps else { return }
        steps += 1
        let pending = pending.drop { place in
            let schema = document.json(at: place)
            return schema.bool != false && (schema.kind != .object || taken.places.contains(place))
        }
        guard let place = pending.first, taken.places.count < Self.maximumSize else {
            results.append(taken)
            return
        }
        let rest = pending.dropFirst()
        let schema = document.json(at: place)
        if schema.bool == false { return }
        if schema["$ref"] != nil, document.schemaDialect == .openAPI30 {
            return expand(target(of: place) + rest, taken)
        }
        var taken = taken
        taken.places.append(place)
        let required = target(of: place) + members(of: "allOf", place, schema)
        choose(["oneOf", "anyOf"], place, schema, required + rest, taken)
    }

    /// One expansion for each branch of the first of `keywords` that is there, and so on with the others.
    private mutating func choose(
        _ keywords: ArraySlice<String>, _ place: Place, _ schema: JSON, _ pending: ArraySlice<Place>,
        _ taken: MockFacets
    ) {
        guard let keyword = keywords.first else { return expand(pending, taken) }
        let branches = members(of: keyword, place, schema)
        if branches.isEmpty { return choose(keywords.dropFirst(), place, schema, pending, taken) }
        for branch in branches {
            var chosen = taken
            chosen.pinned += pin(schema["discriminator"], branch)
            choose(keywords.dropFirst(), place, schema, [branch] + pending, chosen)
        }
    }

    private func members(of keyword: String, _ place: Place, _ schema: JSON) -> ArraySlice<Place> {
        ArraySlice(schema[keyword]?.elements.map { place.moved(to: $0) } ?? [])
    }

    private func target(of place: Place) -> ArraySlice<Place> {
        guard let target = document.resolve(place), target != place else { return [] }
        return [target]
    }

    /// The name under which a discriminator knows a branch: its key in `mapping`, else the end of its reference.
    private func pin(_ discriminator: JSON?, _ branch: Place) -> [(property: String, name: String)] {
        guard let property = discriminator?["propertyName"]?.string,
            let reference = document.json(at: branch)["$ref"]?.string
        else { return [] }
        let name = reference.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? reference
        let mapping = discriminator?["mapping"]?.members.first {
            $0.value.string == reference || $0.value.string == name
        }
        return [(property, mapping?.key ?? name)]
    }
}

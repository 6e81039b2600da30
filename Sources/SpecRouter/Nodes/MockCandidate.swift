import JSONCore
import OpenAPIModel

/// One way to fill in a value.
enum MockCandidate {
    /// From the description: an example, a default, a constant, an entry of an enumeration.
    case literal(JSON)
    /// A simple value of a type that heeds the facets' bounds.
    case typed(MockType, MockFacets)
    /// An object with no more than what it must have, for where an optional property gets in the way.
    case bare(MockFacets)
    /// A text after the pattern, for where the one after the format does not fit it.
    case patterned(MockFacets)
    case null

    /// Examples, defaults, constants and enumerations first, then simple values; those of the first branches first.
    static func list(for schemas: [Place], in document: OpenAPIDocument) -> [MockCandidate] {
        var candidates: [MockCandidate] = []
        var seen: Set<Place> = []
        var isNullable = false
        for facets in MockExpansion.expand(schemas, in: document) {
            var fresh = facets
            fresh.places.removeAll { !seen.insert($0).inserted }
            candidates += literals(fresh).map(MockCandidate.literal)
            isNullable = isNullable || facets.isNullable
            if !facets.has("enum"), !facets.has("const") { candidates += simple(facets) }
        }
        return candidates + (isNullable ? [.null] : [])
    }

    private static func literals(_ facets: MockFacets) -> [JSON] {
        let enumerated = facets.values("enum").flatMap { $0.value.elements.prefix(32) }
        return facets.values("example").map(\.value)
            + facets.values("examples").flatMap { Array($0.value.elements) }
            + facets.values("default").map(\.value) + facets.values("const").map(\.value) + enumerated
    }

    private static func simple(_ facets: MockFacets) -> [MockCandidate] {
        facets.types.flatMap { type -> [MockCandidate] in
            switch type {
            case .object where facets.has("properties"): [.typed(type, facets), .bare(facets)]
            case .string where facets.has("pattern") && facets.has("format"):
                [.typed(type, facets), .patterned(facets)]
            default: [.typed(type, facets)]
            }
        }
    }

    /// The schema objects that a value made this way is an instance of.
    var places: [Place] {
        switch self {
        case .typed(_, let facets), .bare(let facets), .patterned(let facets): facets.places
        case .literal, .null: []
        }
    }
}

extension MockCandidate {
    /// What was found for schemas, for the next attempt at the same value.
    struct Cache {
        private var lists: [[Place]: [MockCandidate]] = [:]

        mutating func list(for schemas: [Place], in document: OpenAPIDocument) -> [MockCandidate] {
            if let list = lists[schemas] { return list }
            let list = MockCandidate.list(for: schemas, in: document)
            lists[schemas] = list
            return list
        }
    }
}

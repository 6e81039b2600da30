import JSONCore
import OpenAPIModel

/// Schema objects that hold together of one value: what `$ref` and `allOf` lead to, with one branch of each `oneOf` and
/// `anyOf`.
struct MockFacets {
    var places: [Place] = []
    /// What discriminators say that this choice of branches is called.
    var pinned: [(property: String, name: String)] = []
    let document: OpenAPIDocument

    /// The values of a keyword, outermost first.
    func values(_ keyword: String) -> [(place: Place, value: JSON)] {
        places.compactMap { place in
            guard let value = document.json(at: place)[keyword] else { return nil }
            return (place.moved(to: value), value)
        }
    }

    /// The largest of a keyword's numbers that fit an `Int`.
    func largest(_ keyword: String) -> Int? { values(keyword).compactMap(\.value.int).max() }

    func smallest(_ keyword: String) -> Int? { values(keyword).compactMap(\.value.int).min() }

    func has(_ keyword: String) -> Bool { places.contains { document.json(at: $0)[keyword] != nil } }

    func isTrue(_ keyword: String) -> Bool { values(keyword).contains { $0.value.bool == true } }

    /// The types to try, in order; `null` is not among them.
    var types: [MockType] {
        let declared = values("type").map { MockType.list($0.value) }
        if let first = declared.first {
            return first.filter { type in declared.dropFirst().allSatisfy { $0.contains { $0.admits(type) } } }
        }
        return MockType.allCases.first { type in type.keywords.contains(where: has) }.map { [$0] } ?? [.object]
    }

    var isNullable: Bool {
        let declared = values("type")
        let lists = declared.map { $0.value.string.map { [$0] } ?? $0.value.elements.compactMap(\.string) }
        return isTrue("nullable") || (!lists.isEmpty && lists.allSatisfy { $0.contains("null") })
    }

    /// Property names in the order of the description, with the schemas that apply to each.
    var properties: [(name: String, schemas: [Place])] {
        var names: [String] = []
        var schemas: [String: [Place]] = [:]
        for (place, object) in values("properties") {
            for (name, schema) in object.members {
                if schemas[name] == nil { names.append(name) }
                schemas[name, default: []].append(place.moved(to: schema))
            }
        }
        return names.map { ($0, schemas[$0] ?? []) }
    }

    var required: [String] {
        var names: [String] = []
        for name in values("required").flatMap({ $0.value.elements.compactMap(\.string) }) where !names.contains(name) {
            names.append(name)
        }
        return names
    }
}

/// What a simple value can be.
enum MockType: String, CaseIterable {
    // In the order in which a type is guessed from the keywords.
    case object, array, string, integer, number, boolean

    /// The keywords that speak of this type alone.
    var keywords: [String] {
        switch self {
        case .object: ["properties", "required", "additionalProperties", "minProperties", "patternProperties"]
        case .array: ["items", "prefixItems", "minItems", "maxItems"]
        case .string: ["format", "pattern", "minLength", "maxLength", "contentEncoding"]
        case .integer: []
        case .number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]
        case .boolean: []
        }
    }

    static func list(_ keyword: JSON) -> [MockType] {
        let names = keyword.string.map { [$0] } ?? keyword.elements.compactMap(\.string)
        return names.compactMap(MockType.init(rawValue:))
    }

    /// Every integer is a number.
    func admits(_ other: MockType) -> Bool { self == other || (self == .number && other == .integer) }
}

extension Place {
    /// The place of a value in the same document.
    func moved(to value: JSON) -> Place { Place(document: document, index: value.index) }
}

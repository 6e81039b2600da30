import JSONCore
import OpenAPIModel

/// How long a body of opaque octets may be by its schema: `minLength` and `maxLength` count octets (OpenAPI 3.2, section
/// 4.14.1, of binary data). Every other keyword says nothing of octets.
struct OctetBounds: Sendable {
    struct Bound: Sendable {
        let octets: Int
        /// The keyword in the description.
        let place: String
    }

    private(set) var lower: Bound?
    private(set) var upper: Bound?

    static let none = OctetBounds()

    private init() {}

    /// Reads the schema with what it refers to and what it is composed of by `allOf`.
    init(schema: Place?, document: OpenAPIDocument, reference: (Place) -> String) {
        if let schema { read(schema, document, reference, depth: 0) }
    }

    private mutating func read(
        _ place: Place, _ document: OpenAPIDocument, _ reference: (Place) -> String, depth: Int
    ) {
        guard depth < 32 else { return }
        let schema = document.json(at: place)
        guard schema.kind == .object else { return }
        if schema["$ref"] != nil, let target = document.resolve(place), target != place {
            read(target, document, reference, depth: depth + 1)
            guard document.version.family >= .v31 else { return }
        }
        if let octets = schema["maxLength"]?.int, octets < upper?.octets ?? .max {
            upper = Bound(octets: octets, place: reference(place) + "/maxLength")
        }
        if let octets = schema["minLength"]?.int, octets > lower?.octets ?? 0 {
            lower = Bound(octets: octets, place: reference(place) + "/minLength")
        }
        for branch in schema["allOf"]?.elements.map({ $0 }) ?? [] {
            read(Place(document: place.document, index: branch.index), document, reference, depth: depth + 1)
        }
    }

    /// What is wrong with so many octets that are not the end yet.
    func excess(_ count: Int) -> RequestViolation? {
        guard let upper, count > upper.octets else { return nil }
        return RequestViolation(
            in: .body, keyword: "maxLength", message: "must have at most \(upper.octets) octets", schema: upper.place)
    }

    /// What is wrong with so many octets in all.
    func shortage(_ count: Int) -> RequestViolation? {
        guard let lower, count < lower.octets else { return nil }
        return RequestViolation(
            in: .body, keyword: "minLength", message: "must have at least \(lower.octets) octets", schema: lower.place)
    }
}

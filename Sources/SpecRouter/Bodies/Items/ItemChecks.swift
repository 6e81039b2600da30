import JSONCore
import JSONSchema

/// What the items of a sequential media type have to meet, decided at load.
///
/// `itemSchema` applies to each item; a `schema` to the array of all of them, so only what can be known while they pass is
/// taken of it: `items`, `prefixItems`, `minItems`, `maxItems`.
struct ItemChecks: Sendable {
    struct Bound: Sendable {
        let count: Int
        /// The keyword in the description.
        let place: DescribedPlace
    }

    let format: ItemFormat
    var item: CompiledSchema?
    var prefix: [CompiledSchema?] = []
    var rest: CompiledSchema?
    var minimum: Bound?
    var maximum: Bound?
    /// The Media Type Object, for what no schema tells; nil where the description has none.
    let place: DescribedPlace?
    let places: DescriptionPlaces

    /// What is wrong with the item at `index`; its place begins with that index.
    func violations(of value: JSON, at index: Int, atMost limit: Int) -> [RequestViolation] {
        if let maximum, index >= maximum.count {
            return [violation(at: "", "maxItems", "must have at most \(maximum.count) items", maximum.place.reference)]
        }
        let applying = [item, index < prefix.count ? prefix[index] : rest].compactMap { $0 }
        return applying.flatMap { schema in
            guard !schema.isValid(value) else { return [RequestViolation]() }
            return schema.violations(in: value, atMost: limit).map {
                violation(at: "/\(index)\($0.instance)", $0.keyword, $0.message, places.reference(to: $0.schema))
            }
        }
    }

    func violation(_ fault: ItemFault, at index: Int) -> RequestViolation {
        violation(at: "/\(index)", fault.keyword, fault.message, place?.reference)
    }

    /// What is wrong with so many items in all.
    func shortage(_ count: Int) -> RequestViolation? {
        guard let minimum, count < minimum.count else { return nil }
        return violation(at: "", "minItems", "must have at least \(minimum.count) items", minimum.place.reference)
    }

    private func violation(
        at pointer: String, _ keyword: String, _ message: String, _ place: String?
    ) -> RequestViolation {
        RequestViolation(in: .body, pointer: pointer, keyword: keyword, message: message, schema: place)
    }
}

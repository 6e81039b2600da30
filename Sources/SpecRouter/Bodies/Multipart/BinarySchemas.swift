import JSONCore
import OpenAPIModel

/// Which schemas describe octets that are no text.
struct BinarySchemas {
    private let document: OpenAPIDocument

    init(_ document: OpenAPIDocument) { self.document = document }

    func describe(_ place: Place) -> Bool { describe(place, depth: 0) }

    private func describe(_ place: Place, depth: Int) -> Bool {
        guard depth < 32 else { return false }
        let schema = document.json(at: place)
        guard schema.kind == .object else { return false }
        if schema["$ref"] != nil, let target = document.resolve(place), target != place,
            describe(target, depth: depth + 1)
        {
            return true
        }
        if isBinary(schema) { return true }
        return ["allOf", "oneOf", "anyOf"].contains { keyword in
            (schema[keyword]?.elements.map { $0 } ?? []).contains {
                describe(Place(document: place.document, index: $0.index), depth: depth + 1)
            }
        }
    }

    private func isBinary(_ schema: JSON) -> Bool {
        let types = schema["type"].map { $0.kind == .array ? $0.elements.map(\.string) : [$0.string] }
        guard types?.contains("string") ?? true else { return false }
        if schema["format"]?.string == "binary" { return true }
        guard let type = schema["contentMediaType"]?.string, schema["contentEncoding"] == nil else { return false }
        return MediaRange(type).map { !$0.isText && !$0.isJSON } ?? false
    }
}

import JSONCore
import OpenAPIModel

/// What schemas say of the octets of a part: with what they refer to, and what they are composed of.
struct ContentSchemas {
    private let document: OpenAPIDocument

    init(_ document: OpenAPIDocument) { self.document = document }

    /// Whether the schema describes octets that are no text.
    func describesOctets(_ place: Place) -> Bool {
        first(place) { schema in
            if schema["format"]?.string == "binary", mayBeString(schema) { return true }
            return octetsMediaType(schema).map { _ in true }
        } ?? false
    }

    /// The media type that a part of octets has by its schema; nil where any will do.
    func binaryMediaType(_ place: Place) -> String? {
        first(place) { schema in
            octetsMediaType(schema).flatMap {
                MediaRange($0)?.matches("application", "octet-stream") == true ? nil : $0
            }
        }
    }

    /// `contentEncoding`, in lower case.
    func encoding(_ place: Place) -> String? {
        first(place) { $0["contentEncoding"]?.string?.asciiLowercased }
    }

    /// `contentMediaType`, where it is not that of a text in an encoding (OpenAPI 3.1, section 4.8.14.3).
    private func octetsMediaType(_ schema: JSON) -> String? {
        guard mayBeString(schema), let type = schema["contentMediaType"]?.string, schema["contentEncoding"] == nil,
            let range = MediaRange(type), !range.isText, !range.isJSON
        else { return nil }
        return type
    }

    private func mayBeString(_ schema: JSON) -> Bool {
        let types = schema["type"].map { $0.kind == .array ? $0.elements.map(\.string) : [$0.string] }
        return types?.contains("string") ?? true
    }

    private func first<Value>(_ place: Place, _ read: (JSON) -> Value?) -> Value? { first(place, depth: 0, read) }

    private func first<Value>(_ place: Place, depth: Int, _ read: (JSON) -> Value?) -> Value? {
        guard depth < 32 else { return nil }
        let schema = document.json(at: place)
        guard schema.kind == .object else { return nil }
        if schema["$ref"] != nil, let target = document.resolve(place), target != place,
            let value = first(target, depth: depth + 1, read)
        {
            return value
        }
        if let value = read(schema) { return value }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            for branch in schema[keyword]?.elements.map({ $0 }) ?? [] {
                let inner = Place(document: place.document, index: branch.index)
                if let value = first(inner, depth: depth + 1, read) { return value }
            }
        }
        return nil
    }
}

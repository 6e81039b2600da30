/// How the items of a sequential media type are told apart (OpenAPI 3.2, "Sequential Media Types").
package enum ItemFormat: Sendable, Hashable {
    /// JSON texts, each on a line: `application/jsonl`, `application/x-ndjson`.
    case lines
    /// JSON texts, each after a record separator: `application/json-seq`, `*+json-seq` (RFC 7464, RFC 8091).
    case records
    /// `text/event-stream` (the HTML standard, "Server-sent events").
    case events

    private static let lineTypes: Set<String> = ["jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "ndjson", "x-ndjson"]

    /// Nil for a media type that is not sequential. Type and subtype are in lower case.
    init?(type: String, subtype: String) {
        switch (type, subtype) {
        case ("text", "event-stream"): self = .events
        case ("application", "json-seq"): self = .records
        case ("application", _) where subtype.hasSuffix("+json-seq"): self = .records
        case ("application", _) where Self.lineTypes.contains(subtype) || subtype.hasSuffix("+jsonl"): self = .lines
        default: return nil
        }
    }

    /// Of a `Content-Type`.
    init?(_ text: String) {
        guard let type = MediaType(text) else { return nil }
        self.init(type: type.type, subtype: type.subtype)
    }
}

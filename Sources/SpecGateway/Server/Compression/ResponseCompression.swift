/// Which answers are compressed by gzip, for clients that take it.
///
/// Not on by default: where an answer holds a secret beside something that an attacker can have put there, its compressed
/// length tells of the secret (BREACH).
public struct ResponseCompression: Sendable, Hashable {
    /// Octets. Smaller answers do not become smaller by it.
    public var minimum = 1024
    /// `application/json`, `text/*`, or `+json` for all with that suffix.
    public var types = defaultTypes

    public static let defaultTypes = [
        "text/*", "application/json", "+json", "application/xml", "+xml", "application/javascript", "application/yaml",
        "application/jsonl", "application/x-ndjson", "application/json-seq",
    ]

    public init() {}

    /// - Parameter contentType: of an answer, with its parameters.
    func takes(_ contentType: String) -> Bool {
        let type = contentType.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard let slash = type.firstIndex(of: "/") else { return false }
        let suffix = type.lastIndex(of: "+").map { String(type[$0...]) }
        return types.contains { $0 == type || $0 == type[...slash] + "*" || $0 == suffix }
    }
}

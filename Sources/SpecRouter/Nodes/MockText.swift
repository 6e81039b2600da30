import JSONCore

/// Simple texts: by format, by pattern, else the word "string", made as long as it has to be.
enum MockText {
    static func text(_ facets: MockFacets, variant: Int) -> String {
        if let format = facets.values("format").lazy.compactMap({ $0.value.string.flatMap { formats[$0] } }).first {
            return variant == 0 ? format : varied(format, variant)
        }
        if let patterned = patterned(facets) { return patterned }
        return fitted(variant == 0 ? "string" : "string\(variant)", facets)
    }

    /// A text that the pattern matches, if it is one that can be seen through.
    static func patterned(_ facets: MockFacets) -> String? {
        let patterns = facets.values("pattern").compactMap(\.value.string)
        guard let pattern = patterns.first else { return nil }
        return MockPattern.example(of: pattern, minimumLength: bounded(facets.largest("minLength") ?? 0))
    }

    private static func fitted(_ text: String, _ facets: MockFacets) -> String {
        let minimum = bounded(facets.largest("minLength") ?? 0)
        let maximum = max(facets.smallest("maxLength") ?? Int.max, 0)
        let padded = text + String(repeating: "x", count: max(0, minimum - text.count))
        return padded.count > maximum ? String(padded.suffix(maximum)) : padded
    }

    private static func bounded(_ length: Int) -> Int { min(max(length, 0), 65_536) }

    /// The last digit stands for the variant, where there is one.
    private static func varied(_ text: String, _ variant: Int) -> String {
        guard let digit = text.lastIndex(where: \.isNumber) else { return text }
        return text.replacingCharacters(from: digit, with: String(variant % 10))
    }

    private static let formats: [String: String] = [
        "date-time": "2025-01-01T00:00:00Z", "date": "2025-01-01", "time": "00:00:00Z", "duration": "P1D",
        "uuid": "00000000-0000-4000-8000-000000000001", "uri": "https://example.com/1", "url": "https://example.com/1",
        "uri-reference": "/1", "iri": "https://example.com/1", "iri-reference": "/1",
        "uri-template": "https://example.com/{id}", "email": "user1@example.com", "idn-email": "user1@example.com",
        "hostname": "host1.example.com", "idn-hostname": "host1.example.com", "ipv4": "192.0.2.1",
        "ipv6": "2001:db8::1", "byte": "c3RyaW5n", "base64url": "c3RyaW5n", "json-pointer": "/1",
        "relative-json-pointer": "1", "regex": "^1$", "char": "1", "decimal": "1.0", "decimal128": "1.0",
        "int32": "1", "int64": "1", "uint64": "1", "media-range": "text/plain", "sf-string": "\"1\"",
    ]
}

extension String {
    fileprivate func replacingCharacters(from index: Index, with text: String) -> String {
        self[..<index] + text + self[self.index(after: index)...]
    }
}

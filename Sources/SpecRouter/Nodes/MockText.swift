import JSONCore
import JSONSchema

/// Simple texts: by format, by pattern, else the word "string", made as long as it has to be.
enum MockText {
    static func text(_ facets: MockFacets, variant: Int) -> String {
        if let text = facets.values("format").lazy.compactMap({ formatted($0.value.string, variant) }).first {
            return text
        }
        if let patterned = patterned(facets) { return patterned }
        return fitted(variant == 0 ? "string" : "string\(variant)", facets)
    }

    /// Nil for what is no format, or one that every text has. "url" is what many write for "uri".
    private static func formatted(_ name: String?, _ variant: Int) -> String? {
        guard let name, let format = Format.named(name == "url" ? "uri" : name), let example = format.example else {
            return nil
        }
        let text = variant == 0 ? example : varied(example, variant)
        return format.text?(Array(text.utf8).span) ?? true ? text : example
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
}

extension String {
    fileprivate func replacingCharacters(from index: Index, with text: String) -> String {
        self[..<index] + text + self[self.index(after: index)...]
    }
}

/// What a client is ready to receive (RFC 9110, section 12.5.1).
struct AcceptHeader: Sendable {
    struct Element: Sendable {
        let range: MediaRange
        /// In thousandths; 0 refuses.
        let quality: Int
    }

    /// Empty: everything is accepted.
    let elements: [Element]

    /// - Parameter fieldValues: of all `Accept` fields. Elements that are no media range are passed over.
    init(_ fieldValues: some Sequence<String>) {
        elements = fieldValues.flatMap { FieldScanner.elements(of: $0).compactMap(Self.element) }
    }

    func accepts(_ type: MediaType) -> Bool { quality(of: type) > 0 }

    /// Whether the client may accept some media type of `range`. Of a type that it refuses by its name, that is one with
    /// parameters that it asks for.
    func accepts(_ range: MediaRange) -> Bool {
        if elements.isEmpty { return true }
        let isRefused = range.mediaType.map { quality(of: $0) == 0 } ?? false
        return elements.contains { element in
            element.quality > 0 && element.range.overlaps(range)
                && (!isRefused || !element.range.parameters.isEmpty && element.range.mediaType != nil)
        }
    }

    /// In thousandths, as the most specific element that describes the type says; 0 when none does.
    func quality(of type: MediaType) -> Int {
        guard !elements.isEmpty else { return 1000 }
        var best: (specificity: Int, quality: Int)?
        for element in elements {
            guard let specificity = element.range.specificity(for: type) else { continue }
            if specificity > best?.specificity ?? -1 { best = (specificity, element.quality) }
        }
        return best?.quality ?? 0
    }

    /// The index of the type that the client likes best; the first of equals, nil when it takes none.
    func best(of offered: [MediaType]) -> Int? {
        var best: (index: Int, quality: Int)?
        for (index, type) in offered.enumerated() {
            let quality = quality(of: type)
            if quality > best?.quality ?? 0 { best = (index, quality) }
        }
        return best?.index
    }

    private static func element(_ text: Substring) -> Element? {
        var scanner = FieldScanner(text)
        scanner.skipSpace()
        guard let type = scanner.token(), scanner.skip("/"), let subtype = scanner.token(),
            let parameters = scanner.parameters(), scanner.isAtEnd
        else { return nil }
        let weight = parameters.firstIndex { $0.name == "q" }
        let range = MediaRange(
            type: type.asciiLowercased, subtype: subtype.asciiLowercased,
            parameters: Array(parameters[..<(weight ?? parameters.count)]))
        guard let range else { return nil }
        return Element(range: range, quality: weight.map { thousandths(parameters[$0].value) } ?? 1000)
    }

    /// `0.8` is 800. A weight that is none counts as 1.
    private static func thousandths(_ text: String) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = Int(parts[0].isEmpty ? "0" : parts[0]), whole == 0 || whole == 1 else { return 1000 }
        let fraction = (parts.count > 1 ? String(parts[1]) : "") + "000"
        guard let value = Int(fraction.prefix(3)), value >= 0 else { return 1000 }
        return min(whole * 1000 + value, 1000)
    }
}

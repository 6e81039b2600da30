/// What a client asks of a mock: `Prefer: code=404, example=name` (RFC 7240).
struct MockPreference: Sendable, Hashable {
    var code: Int?
    var example: String?

    init(code: Int? = nil, example: String? = nil) {
        self.code = code
        self.example = example
    }

    /// Reads all `Prefer` fields; of a preference that is there twice the first counts (RFC 7240, section 2).
    init(_ fieldValues: some Sequence<String>) {
        for value in fieldValues {
            for preference in value.split(whereSeparator: { $0 == "," || $0 == ";" }) {
                note(preference)
            }
        }
    }

    private mutating func note(_ preference: Substring) {
        let parts = preference.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { return }
        let value = Self.trimmed(parts[1], of: " \t\"")
        switch Self.trimmed(parts[0], of: " \t").lowercased() {
        case "code": code = code ?? Int(value)
        case "example": example = example ?? value
        default: break
        }
    }

    private static func trimmed(_ text: Substring, of marks: String) -> String {
        let start = text.drop { marks.contains($0) }
        let end = start.lastIndex { !marks.contains($0) }
        return end.map { String(start[...$0]) } ?? ""
    }
}

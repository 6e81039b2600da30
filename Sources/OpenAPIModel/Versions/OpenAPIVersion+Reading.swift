import JSONCore

extension OpenAPIVersion {
    /// Nil when the document does not say that it is a description, or of no version that can be told.
    init?(declaredIn root: JSON) {
        guard let field = root["openapi"] ?? root["swagger"], let text = field.plainText else { return nil }
        self.init(text)
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let major = parts.first.flatMap({ Int($0) }), parts.count >= 2, let minor = Int(parts[1]) else {
            return nil
        }
        switch (major, minor) {
        case (2, _): self.init(family: .v20, text: text)
        case (3, 0): self.init(family: .v30, text: text)
        case (3, 1): self.init(family: .v31, text: text)
        case (3, 2...): self.init(family: .v32, text: text)
        default: return nil
        }
    }

    /// Of a minor version after the last one that is known.
    var isLaterThanKnown: Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return family == .v32 && parts.count > 1 && Int(parts[1]) != 2
    }
}

extension JSON {
    /// A text, or what YAML took for a number or a Boolean: `version: 1.0`.
    var plainText: String? {
        switch kind {
        case .string: string
        case .integer, .number: number?.literal
        case .boolean: bool.map { $0 ? "true" : "false" }
        default: nil
        }
    }
}

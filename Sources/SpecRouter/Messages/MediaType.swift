import OpenAPIModel

/// A media type as `Content-Type` carries it (RFC 9110, section 8.3.1). Type, subtype and parameter names are in lower
/// case.
struct MediaType: Sendable, Hashable {
    struct Parameter: Sendable, Hashable {
        let name: String
        /// Without quotes and their escapes; the case is kept.
        let value: String
    }

    let type: String
    let subtype: String
    let parameters: [Parameter]

    /// Nil for text that is not exactly one media type: lists, missing parts, a parameter given twice.
    init?(_ text: String) {
        var scanner = FieldScanner(text)
        scanner.skipSpace()
        guard let type = scanner.token(), scanner.skip("/"), let subtype = scanner.token(),
            let parameters = scanner.parameters(), scanner.isAtEnd,
            Set(parameters.map(\.name)).count == parameters.count
        else { return nil }
        self.type = type.asciiLowercased
        self.subtype = subtype.asciiLowercased
        self.parameters = parameters
    }

    init(type: String, subtype: String, parameters: [Parameter]) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
    }

    /// In lower case; nil when there is none.
    var charset: String? {
        parameters.first { $0.name == "charset" }?.value.asciiLowercased
    }

    var isJSON: Bool {
        subtype.hasSuffix("+json") || (subtype == "json" && (type == "application" || type == "text"))
    }
}

extension MediaType: CustomStringConvertible {
    var description: String {
        parameters.reduce("\(type)/\(subtype)") { text, parameter in
            guard !parameter.value.isToken else { return text + ";\(parameter.name)=\(parameter.value)" }
            let quoted = parameter.value.map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
            return text + ";\(parameter.name)=\"\(quoted)\""
        }
    }
}

extension MediaType.Parameter {
    /// Values of `charset` have no case (RFC 9110, section 8.3.2); of others we cannot know.
    func agrees(with other: MediaType.Parameter) -> Bool {
        guard name == other.name else { return false }
        return value == other.value || (name == "charset" && value.asciiLowercased == other.value.asciiLowercased)
    }
}

extension StringProtocol {
    /// ASCII letters in lower case; everything else as it is.
    var asciiLowercased: String {
        guard utf8.contains(where: { $0 >= 65 && $0 <= 90 }) else { return String(self) }
        return String(decoding: utf8.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }, as: UTF8.self)
    }
}

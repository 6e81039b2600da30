/// A set of media types: a key of `content`, or an element of `Accept` (RFC 9110, section 12.5.1).
///
/// Beside `type/subtype`, `type/*` and `*/*` there is `type/*+suffix`, which descriptions use and the RFC does not know.
struct MediaRange: Sendable, Hashable {
    private enum Pattern: Sendable, Hashable {
        case any
        case type(String)
        /// With its `+`.
        case suffix(String, String)
        case exact(String, String)
    }

    private let pattern: Pattern
    let parameters: [MediaType.Parameter]

    /// Nil for text that is no media range.
    init?(_ text: String) {
        guard let parsed = MediaType(text) else { return nil }
        self.init(type: parsed.type, subtype: parsed.subtype, parameters: parsed.parameters)
    }

    init?(type: String, subtype: String, parameters: [MediaType.Parameter]) {
        switch (type, subtype) {
        case ("*", "*"): pattern = .any
        case ("*", _): return nil
        case (_, "*"): pattern = .type(type)
        case (_, _) where subtype.hasPrefix("*+"): pattern = .suffix(type, String(subtype.dropFirst()))
        default: pattern = .exact(type, subtype)
        }
        self.parameters = parameters
    }

    /// How closely the range describes `type`, the higher the closer; nil when `type` is outside of it.
    ///
    /// In falling order: exact with parameters, exact, `type/*+suffix`, `type/*`, `*/*`; more parameters before fewer.
    func specificity(for type: MediaType) -> Int? {
        guard let rank = rank(for: type), parameters.allSatisfy({ Self.isMet($0, by: type) }) else { return nil }
        return rank << 8 | min(parameters.count, 255)
    }

    private func rank(for type: MediaType) -> Int? {
        switch pattern {
        case .any: 0
        case .type(let name): name == type.type ? 1 : nil
        case .suffix(let name, let suffix): name == type.type && type.subtype.hasSuffix(suffix) ? 2 : nil
        case .exact(let name, let subtype): name == type.type && subtype == type.subtype ? 3 : nil
        }
    }

    /// `charset=utf-8` is also met by saying nothing: clients leave it out, and nothing else is read as text.
    private static func isMet(_ wanted: MediaType.Parameter, by type: MediaType) -> Bool {
        if type.parameters.contains(where: wanted.agrees) { return true }
        return wanted.name == "charset" && type.charset == nil && wanted.value.asciiLowercased == "utf-8"
    }

    /// Whether some media type is in both; parameters are left out of it.
    func overlaps(_ other: MediaRange) -> Bool {
        switch (pattern, other.pattern) {
        case (.any, _), (_, .any): true
        case (.exact(let type, let subtype), .exact(let otherType, let otherSubtype)):
            type == otherType && subtype == otherSubtype
        case (.exact(let type, let subtype), .suffix(let otherType, let suffix)),
            (.suffix(let otherType, let suffix), .exact(let type, let subtype)):
            type == otherType && subtype.hasSuffix(suffix)
        default: typeName == other.typeName
        }
    }

    private var typeName: String? {
        switch pattern {
        case .any: nil
        case .type(let name), .suffix(let name, _), .exact(let name, _): name
        }
    }

    /// `application/xml`, `text/xml`, `*+xml` (RFC 7303).
    var isXML: Bool {
        switch pattern {
        case .any, .type: false
        case .suffix(_, let suffix): suffix == "+xml"
        case .exact(let type, let subtype):
            subtype.hasSuffix("+xml") || (subtype == "xml" && (type == "application" || type == "text"))
        }
    }

    /// In lower case; nil when there is none.
    var charset: String? { parameters.first { $0.name == "charset" }?.value.asciiLowercased }

    /// Whether the range is exactly `type/subtype`, both in lower case.
    func matches(_ type: String, _ subtype: String) -> Bool { pattern == .exact(type, subtype) }

    /// `application/json`, `text/json`, `*+json`.
    var isJSON: Bool {
        switch pattern {
        case .any, .type: false
        case .suffix(_, let suffix): suffix == "+json"
        case .exact(let type, let subtype):
            subtype.hasSuffix("+json") || (subtype == "json" && (type == "application" || type == "text"))
        }
    }

    /// Nil for a range that has more than one in it, whatever their parameters.
    var mediaType: MediaType? {
        if case .exact(let type, let subtype) = pattern {
            MediaType(type: type, subtype: subtype, parameters: parameters)
        } else {
            nil
        }
    }

    /// How its items are told apart, when it is a sequential media type.
    var itemFormat: ItemFormat? {
        if case .exact(let type, let subtype) = pattern { ItemFormat(type: type, subtype: subtype) } else { nil }
    }

    var isMultipart: Bool { typeName == "multipart" }

    var isText: Bool { typeName == "text" && !isJSON }
}

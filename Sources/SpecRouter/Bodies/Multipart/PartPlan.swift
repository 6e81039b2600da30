import JSONCore

/// One part of a multipart body, or all parts of one name, with everything decided that the description decides.
struct PartPlan: Sendable {
    enum Reading: Sendable, Hashable {
        /// A scalar, by its text.
        case text
        case json
        /// Handed on as octets.
        case file
        /// A multipart body in itself.
        case parts
    }

    /// How several parts, or one that is no plain value, make the value.
    enum Form: Sendable {
        case single
        /// Each part is an element of an array.
        case repeated
        /// An array or object in one text (`style` of the encoding).
        case delimited(DelimitedStyle)
        /// `name[key]` (`style` of the encoding).
        case deepObject

        /// Whether the style decides what the text is, whatever its media type.
        var isText: Bool {
            switch self {
            case .single, .repeated: false
            case .delimited, .deepObject: true
            }
        }
    }

    /// What a part may be; what it is, its own media type decides where there are several.
    let readings: [Reading]
    let form: Form
    /// In the coercion plan: of the whole, and of one part.
    let node: Int
    let elementNode: Int
    /// What the encoding's `contentType` declares; empty when it says nothing.
    let ranges: [MediaRange]
    let declared: String
    /// Of a file.
    let bounds: OctetBounds
    /// Whether a file has to say its media type: an encoding declares it, and not only the schema.
    let demandsType: Bool
    /// Of a part that is a multipart body.
    let nested: MultipartPlan?
    /// What the schema's `contentEncoding` says of the text, in lower case.
    let contentEncoding: String?
    let headers: PartHeaderChecks
    /// The Encoding Object, else the Media Type Object.
    let place: String

    /// - Parameter type: nil when the part does not say.
    func reading(_ type: MediaType?, hasFilename: Bool) -> Reading {
        if readings.count == 1, let only = readings.first { return only }
        if type?.isJSON == true, readings.contains(.json) { return .json }
        if type?.type == "multipart", readings.contains(.parts) { return .parts }
        let isText = type.map { $0.type == "text" && !$0.isJSON } ?? !hasFilename
        if isText, readings.contains(.text) { return .text }
        if type != nil || hasFilename, readings.contains(.file) { return .file }
        return readings.first { $0 != .file } ?? .file
    }

    /// What is wrong with how the part says that it is encoded (RFC 7578, section 4.7: it should not). Text that the
    /// description wants encoded stays so.
    func fault(ofTransferEncoding fields: [HeaderField]) -> String? {
        guard let field = fields.first(where: { $0.name.equalsASCIIFolded("content-transfer-encoding") }) else {
            return nil
        }
        let encoding = field.value.asciiLowercased
        guard !["", "7bit", "8bit", "binary"].contains(encoding), encoding != contentEncoding else { return nil }
        return "has a Content-Transfer-Encoding that the description does not ask for; send the octets as they are"
    }

    /// In lower case, as the part names it, else the description; nil when neither does.
    func charset(_ type: String?) -> String? {
        if let type { return MediaType(type)?.charset }
        return ranges.count == 1 ? ranges.first?.charset : nil
    }

    /// What is wrong with the media type that a part gives; the description's own counts for a value that gives none.
    func fault(ofContentType text: String?, _ reading: Reading) -> String? {
        guard let type = MediaType(text ?? "text/plain") else { return "has a Content-Type that is no media type" }
        guard !ranges.isEmpty, text != nil || reading == .file && demandsType else { return nil }
        if ranges.contains(where: { $0.specificity(for: type) != nil }) { return nil }
        return "must be of one of these media types: \(declared)"
    }
}

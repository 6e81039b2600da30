import JSONCore
import JSONSchema

/// One entry of a `content` object: which media types it takes, and how such a body is read and checked.
///
/// A class: requests in flight share it by one reference.
final class MediaPlan: Sendable {
    enum Decoding: Sendable {
        case json
        case urlEncoded(URLEncodedBody)
        /// Taken apart while it arrives.
        case multipart(MultipartPlan)
        case text
        case xml(XMLPlan)
        /// Handed on as it is, while it arrives.
        case opaque(OctetBounds)
        /// Checked item by item, while it arrives.
        case items(ItemChecks)
    }

    let range: MediaRange
    /// The key as the description writes it.
    let name: String
    let decoding: Decoding
    let schema: CompiledSchema?
    /// The Media Type Object, for violations that no schema tells.
    let place: DescribedPlace

    /// Whether such a body passes to the node as it arrives; every other one is read whole.
    var isStreamed: Bool {
        switch decoding {
        case .opaque, .items: true
        case .json, .urlEncoded, .multipart, .text, .xml: false
        }
    }

    init(range: MediaRange, name: String, decoding: Decoding, schema: CompiledSchema?, place: DescribedPlace) {
        self.range = range
        self.name = name
        self.decoding = decoding
        self.schema = schema
        self.place = place
    }
}

extension MediaPlan.Decoding {
    /// By the media type alone: `application/json`, `*+json`, `text/json`, forms, `multipart/*`, XML, `text/*`; the rest is opaque.
    /// Text without a schema has nothing that would have to be read, and XML without one that says what is in it.
    static func kind(
        of range: MediaRange, hasSchema: Bool, form: @autoclosure () -> URLEncodedBody,
        multipart: @autoclosure () -> MultipartPlan, xml: @autoclosure () -> XMLPlan?,
        bounds: @autoclosure () -> OctetBounds
    ) -> Self {
        if range.isJSON { return .json }
        if range.matches("application", "x-www-form-urlencoded") { return .urlEncoded(form()) }
        if range.isMultipart { return .multipart(multipart()) }
        if range.isXML, let plan = xml() { return .xml(plan) }
        if range.isText, hasSchema { return .text }
        return .opaque(bounds())
    }
}

extension [MediaPlan] {
    /// The most specific entry that takes `type` (RFC 9110, section 12.5.1).
    func index(for type: MediaType) -> Int? {
        var best: (index: Int, specificity: Int)?
        for (index, plan) in enumerated() {
            guard let specificity = plan.range.specificity(for: type) else { continue }
            if best.map({ specificity > $0.specificity }) ?? true { best = (index, specificity) }
        }
        return best?.index
    }

    /// The same for a header field's text, with the charset that it names: the usual `application/json` is found without
    /// parsing.
    func entry(forFieldValue text: String) -> (index: Int, charset: String?)? {
        if let exact = firstIndex(where: { $0.name == text }) { return (exact, self[exact].range.charset) }
        guard let type = MediaType(text), let index = index(for: type) else { return nil }
        return (index, type.charset)
    }
}

import JSONCore
import JSONSchema

/// What an operation takes as a body, decided at load.
///
/// A class: it is asked for each request, and a reference is cheaper to hand on than what it holds.
final class RequestBodyPlan: Sendable {
    private let isRequired: Bool
    private let content: [MediaPlan]
    /// The Request Body Object.
    private let place: DescribedPlace?
    /// For `Accept` beside a 415.
    private let declared: String

    static let none = RequestBodyPlan(isRequired: false, content: [], place: nil)

    init(isRequired: Bool, content: [MediaPlan], place: DescribedPlace?) {
        self.isRequired = isRequired
        self.content = content
        self.place = place
        declared = content.map(\.name).joined(separator: ", ")
    }

    /// Whether a body of that entry passes to the node as it arrives.
    func isStreamed(_ media: Int?) -> Bool { media.map { content[$0].isStreamed } ?? false }

    /// The plan for a body of that entry that is taken apart as it arrives.
    func multipart(_ media: Int?) -> MultipartPlan? {
        guard let media, case .multipart(let plan) = content[media].decoding else { return nil }
        return plan
    }

    func schema(of media: Int?) -> CompiledSchema? { media.flatMap { content[$0].schema } }

    /// What the head says of the body; nil when it announces none.
    ///
    /// 415 for an announced body of no or another media type, charset or content coding, 413 for one that is announced as longer than the
    /// limit.
    func announced(by head: borrowing RequestHead, _ limits: Limits) throws(Problem) -> AnnouncedBody? {
        let length = head.announcedLength
        guard length > 0 else { return nil }
        let type = head.index(ofField: "content-type")
        if let type, head.index(ofField: "content-type", from: type + 1) != nil {
            throw unsupported("The request has more than one Content-Type.")
        }
        let (index, charset) = try entry(forType: type.map { head.fields[$0].value })
        let body = AnnouncedBody(media: index, charset: charset, coding: try ContentCoding.announced(by: head))
        let limit = content[body.media].limit(limits)
        guard length <= limit else { throw .contentTooLarge(limit: limit) }
        return body
    }

    private func entry(forType text: String?) throws(Problem) -> (index: Int, charset: TextCharset?) {
        guard let text else { throw withoutType }
        guard let (index, name) = content.entry(forFieldValue: text) else {
            throw unsupported(
                content.isEmpty
                    ? "This operation takes no body."
                    : "The body's Content-Type is none of those that the operation declares: \(declared).")
        }
        switch content[index].charset(name) {
        case .success(let charset): return (index, charset)
        case .failure(let refusal): throw unsupported(refusal.reason)
        }
    }

    private var withoutType: Problem {
        unsupported(
            content.isEmpty
                ? "This operation takes no body."
                : "The body has no Content-Type; the operation takes one of these: \(declared).")
    }

    private func unsupported(_ detail: String) -> Problem {
        Problem(.unsupportedMediaType, detail, fields: [("Accept", declared)])
    }

    /// The decoded body; what is wrong with it goes to `findings`. The test for "no body" is on the octets.
    func check(
        _ bytes: [UInt8], _ body: AnnouncedBody?, _ json: JSONReading, _ limits: Limits,
        _ findings: inout RequestFindings
    ) throws(Problem) -> JSON? {
        guard !bytes.isEmpty else {
            if isRequired { findings.add(missing) }
            return nil
        }
        guard bytes.count <= limits.bodyBytes else { throw .contentTooLarge(limit: limits.bodyBytes) }
        guard let body else { throw withoutType }
        let plan = content[body.media]
        guard let value = plan.decode(bytes, body.charset, json, limits, &findings) else { return nil }
        if let schema = plan.schema, !schema.isValid(value) { findings.add(schema, value, in: .body) }
        return value
    }

    /// What is known to be wrong with a streamed body before it comes.
    func check(_ stream: BodyStream, media: Int, _ findings: inout RequestFindings) {
        guard case .opaque(let bounds) = content[media].decoding, let length = stream.length else { return }
        if let violation = fault(of: length, bounds) { findings.add(violation) }
    }

    /// A streamed body as the node gets it: checked while it passes.
    func checked(_ stream: BodyStream, media: Int, _ limits: Limits, _ operation: CompiledOperation)
        -> ValidatedRequest.Content
    {
        switch content[media].decoding {
        case .opaque(let bounds): .stream(CheckedStream(stream, bounds, limits, operation).stream)
        case .items(let checks):
            .items(CheckedItems(CheckedStream(stream, .none, limits, operation).stream, checks, limits, operation))
        case .json, .urlEncoded, .multipart, .text, .xml:
            .stream(CheckedStream(stream, .none, limits, operation).stream)
        }
    }

    /// What is wrong with a streamed body of so many octets.
    func fault(of count: Int, _ bounds: OctetBounds) -> RequestViolation? {
        if count == 0 { return isRequired ? missing : nil }
        return bounds.excess(count) ?? bounds.shortage(count)
    }

    private var missing: RequestViolation {
        RequestViolation(
            in: .body, keyword: "required", message: "is missing; send one of these media types: \(declared)",
            schema: place?.reference)
    }
}

extension Problem {
    static func contentTooLarge(limit: Int) -> Problem {
        Problem(.contentTooLarge, "The body may have at most \(limit) octets.")
    }
}

extension RequestHead {
    /// How long the body is at least: its length, 1 for one whose end is told later, 0 when the head announces none (RFC 9112, section 6).
    fileprivate var announcedLength: Int {
        if let length = index(ofField: "content-length") { return Int(fields[length].value) ?? .max }
        return isFollowedByBody || index(ofField: "transfer-encoding") != nil ? 1 : 0
    }
}

extension MediaPlan {
    /// Octets of a body.
    fileprivate func limit(_ limits: Limits) -> Int {
        switch decoding {
        case .opaque, .items: limits.streamBytes
        case .multipart: limits.multipartBytes
        case .json, .urlEncoded, .text, .xml: limits.bodyBytes
        }
    }
}

import HTTPTypes
import JSONCore
import JSONSchema
import OpenAPIModel

/// What an operation may answer, decided at load.
///
/// A class: it is asked for each answer, and a reference is cheaper to hand on than what it holds.
final class ResponsePlan: Sendable {
    /// A class: a check hands it on by one reference, where a copy would count as many as it has parts.
    final class Entry: Sendable {
        let key: ResponseKey
        let content: [MediaPlan]
        let headers: ResponseHeaderChecks
        let place: DescribedPlace

        init(key: ResponseKey, content: [MediaPlan], headers: ResponseHeaderChecks, place: DescribedPlace) {
            self.key = key
            self.content = content
            self.headers = headers
            self.place = place
        }
    }

    /// Exact statuses first, then ranges, then `default`: the first that takes a status is the right one.
    let entries: [Entry]
    /// The media types of what success may look like; empty when any will do.
    private let offered: [MediaRange]
    /// The same as text, for the answer.
    private let offeredNames: String
    /// Whether some answer may be XML that values can be written as.
    let hasXML: Bool
    /// The one declared success status, else 200.
    let successStatus: Int

    static let none = ResponsePlan([])

    init(_ entries: [Entry]) {
        self.entries = entries.sorted { $0.key.precedence < $1.key.precedence }
        hasXML = entries.contains { $0.content.contains(where: \.isXML) }
        let successes = self.entries.filter(\.key.meansSuccess)
        let isOpen = successes.contains { $0.content.isEmpty }
        let content = isOpen ? [] : successes.flatMap(\.content)
        offered = content.map(\.range)
        offeredNames = content.map(\.name).joined(separator: ", ")
        let exact = self.entries.compactMap {
            if case .status(let code) = $0.key, code / 100 == 2 { code } else { nil }
        }
        successStatus = exact.count == 1 ? exact[0] : 200
    }

    func violationStatus(_ choice: Policy.ViolationStatus) -> Int {
        switch choice {
        case .declared: declares(422) && !declares(400) ? 422 : 400
        case .badRequest: 400
        case .unprocessable: 422
        }
    }

    func declaresAnswer(_ status: Int) -> Bool { entries.contains { $0.key.takes(status) } }

    private func declares(_ status: Int) -> Bool { entries.contains { $0.key == .status(status) } }

    /// 406 when nothing that success may look like fits the request's `Accept` (RFC 9110, section 12.5.1).
    func checkAcceptable(_ head: borrowing RequestHead) throws(Problem) {
        guard !offered.isEmpty else { return }
        guard let first = head.index(ofField: "accept") else { return }
        if head.fields[first].value == "*/*", head.index(ofField: "accept", from: first + 1) == nil { return }
        let accept = AcceptHeader(head.fields.lazy.filter { $0.name.equalsASCIIFolded("accept") }.map(\.value))
        if offered.contains(where: accept.accepts) { return }
        throw Problem(.notAcceptable, "The operation answers with one of these media types: \(offeredNames).")
    }

    /// What is wrong with a node's answer; empty when nothing is, or nothing is to be checked.
    func faults(
        of response: NodeResponse, _ checks: Policy.ResponseChecks, _ limits: Limits, _ parsers: ParserPool? = nil
    ) -> [ResponseFault] {
        let status = response.status.code
        guard let entry = entry(for: status) else {
            return fault(checks.status, "The status \(status) is not declared for this operation.")
        }
        let faults =
            checks.headers == .off ? [] : entry.headers.faults(of: response, checks.headers, limits, entry.place)
        guard !entry.content.isEmpty, !Self.bodiless.contains(status) else { return faults }
        let broken = bodyFaults(of: response, entry, checks, limits, parsers ?? ParserPool())
        return faults.isEmpty ? broken : faults + broken
    }

    func entry(for status: Int) -> Entry? { entries.first { $0.key.takes(status) } }

    private static let bodiless: Set<Int> = [204, 205, 304]

    private func bodyFaults(
        of response: NodeResponse, _ entry: Entry, _ checks: Policy.ResponseChecks, _ limits: Limits,
        _ parsers: ParserPool
    ) -> [ResponseFault] {
        guard checks.type != .off || checks.body != .off else { return [] }
        guard !response.body.isEmpty else {
            return fault(checks.body, "There is no body, and \(entry.place.reference) declares one.")
        }
        guard let type = response.contentType, let (index, charset) = entry.content.entry(forFieldValue: type) else {
            let declared = entry.content.map(\.name).joined(separator: ", ")
            let place = entry.place.reference
            return fault(checks.type, "The media type is none of those that \(place) declares: \(declared).")
        }
        guard checks.body != .off else { return [] }
        return entry.content[index].faults(of: response.body, charset: charset, checks.body, limits, parsers)
    }

    /// What the items of such an answer have to meet; nil when the description has no sequential media type for it.
    func itemChecks(of response: NodeResponse) -> ItemChecks? {
        guard let entry = entry(for: response.status.code),
            let index = response.contentType.flatMap({ entry.content.entry(forFieldValue: $0)?.index }),
            case .items(let checks) = entry.content[index].decoding
        else { return nil }
        return checks
    }

    private func fault(_ check: Policy.Check, _ message: String) -> [ResponseFault] {
        check == .off ? [] : [ResponseFault(check: check, message: message)]
    }
}

/// One thing wrong with a node's answer, for the log.
struct ResponseFault: Sendable {
    var check: Policy.Check
    var message: String
}

extension ResponseKey {
    var precedence: Int {
        switch self {
        case .status: 0
        case .range: 1
        case .default: 2
        }
    }

    func takes(_ status: Int) -> Bool {
        switch self {
        case .status(let code): code == status
        case .range(let hundreds): status / 100 == hundreds
        case .default: true
        }
    }

    var meansSuccess: Bool {
        switch self {
        case .status(let code): code / 100 == 2
        case .range(let hundreds): hundreds == 2
        case .default: false
        }
    }
}

extension NodeResponse.Body {
    var isEmpty: Bool {
        switch self {
        case .none: true
        case .bytes(let bytes): bytes.isEmpty
        case .json, .stream, .items: false
        }
    }
}

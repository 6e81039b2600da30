import HTTPTypes
import JSONCore
import NIOSSL
import SpecRouter

extension ConfigurationReader {
    mutating func nodes(_ json: JSON) -> [String: ConfiguredNode] {
        var nodes: [String: ConfiguredNode] = [:]
        for (id, value) in json.members { nodes[id] = node(value) }
        return nodes
    }

    enum NodeKey: String, CaseIterable {
        case use, status, headers, json, text, body
        case upstream, connectTimeout, answerTimeout, connections, authorities, largestAnswer, credentials, forwarded
    }

    private enum NodeKind: String {
        case mock, echo, respond, proxy
    }

    private mutating func node(_ json: JSON) -> ConfiguredNode? {
        var kind: NodeKind?
        var answer = FixedAnswer()
        var upstream = json[NodeKey.upstream.rawValue].flatMap { self.upstream($0) }
        for (key, value) in members(of: json, as: NodeKey.self) {
            switch key {
            case .use: kind = choice(value)
            case .status: answer.status ?= value.int
            case .headers: read(headers: value, into: &answer)
            case .json: answer.body = .json(value)
            case .text: answer.body = value.string.map { .text($0) }
            case .body: answer.body = value.string.map { .bytes($0) }
            case .upstream: break
            case .connectTimeout: if let time = Quantity.duration(value) { upstream?.connectTimeout = time }
            case .answerTimeout: upstream?.answerTimeout = Quantity.duration(value)
            case .connections: if let count = value.int { upstream?.connections = count }
            case .authorities: upstream?.authorities = authorities(value)
            case .largestAnswer: if let size = Quantity.octets(value) { upstream?.largestAnswer = size }
            case .credentials: if let word: Upstream.Credentials = choice(value) { upstream?.credentials = word }
            case .forwarded: if let word: Upstream.ForwardedFields = choice(value) { upstream?.forwarded = word }
            }
        }
        switch kind {
        case .mock: return .mock
        case .echo: return .echo
        case .respond: return .respond(answer.response)
        case .proxy: return upstream.map { .proxy($0) }
        case nil: return nil
        }
    }

    private mutating func upstream(_ json: JSON) -> Upstream? {
        guard let text = json.string else { return nil }
        do throws(UpstreamError) {
            return try Upstream(text)
        } catch {
            report(
                .badValue, json, "must be an http or https URL without a user, a query or a fragment",
                hint: "As http://127.0.0.1:9000/base is.")
            return nil
        }
    }

    /// Certificates of an https upstream's authorities: what is wrong with them is said now, not to each client.
    private mutating func authorities(_ json: JSON) -> String? {
        guard let path = json.string.map({ SourceReference.path($0, in: directory) }) else { return nil }
        if ((try? NIOSSLCertificate.fromPEMFile(path)) ?? []).isEmpty {
            report(.badValue, json, "must name a file with certificates in PEM that can be read")
        }
        return path
    }

    private mutating func read(headers json: JSON, into answer: inout FixedAnswer) {
        for (name, value) in json.members {
            guard let field = HTTPField.Name(name), let text = value.string ?? value.scalarText else { continue }
            if Self.framing.contains(field) {
                report(.badValue, value, "is a header field that the gateway sets itself", hint: "Leave it out.")
            } else if field == .contentType {
                answer.contentType = text
            } else {
                answer.fields.append(HTTPField(name: field, value: text))
            }
        }
    }

    /// What frames a message is decided where it is sent.
    private static let framing: Set<HTTPField.Name> = [
        .contentLength, .transferEncoding, .connection, .date, .trailer, .upgrade,
    ]
}

/// A response under construction.
private struct FixedAnswer {
    enum Body {
        case json(JSON)
        case text(String)
        case bytes(String)
    }

    var status = 200
    var fields = HTTPFields()
    var contentType: String?
    var body: Body?

    var response: NodeResponse {
        let status = HTTPResponse.Status(code: self.status)
        var response: NodeResponse
        switch body {
        case nil: response = NodeResponse(status: status, headerFields: fields)
        case .json(let value): response = .json(value, status: status, headerFields: fields)
        case .text(let text): response = .text(text, status: status, headerFields: fields)
        case .bytes(let text):
            response = .bytes(
                Array(text.utf8), contentType: "application/octet-stream", status: status, headerFields: fields)
        }
        if let contentType { response.contentType = contentType }
        return response
    }
}

extension NodeResponse {
    /// The value alone, so that the file it stands in is not kept in memory.
    fileprivate static func json(_ value: JSON, status: HTTPResponse.Status, headerFields: HTTPFields) -> NodeResponse {
        var builder = TapeBuilder()
        builder.append(value)
        return NodeResponse(
            status: status, headerFields: headerFields, contentType: "application/json", json: builder.finish())
    }
}

extension JSON {
    /// A number or a boolean as it is written.
    fileprivate var scalarText: String? {
        number != nil || bool != nil ? serialized() : nil
    }
}

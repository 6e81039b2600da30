import SpecRouter
import Testing

@testable import SpecGateway

/// What the head says of a body, as it comes over the wire.
@Suite struct BodyHeaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// Between the request line and the empty line, without `Host`.
        let fields: [String]
        let body: String
        let status: Int
        var version = "1.1"

        init(_ fields: String..., body: String = "3\r\nabc\r\n0\r\n\r\n", status: Int, version: String = "1.1") {
            self.fields = fields
            self.body = body
            self.status = status
            self.version = version
        }

        var testDescription: String { "\(version) \(fields) -> \(status)" }

        var request: String {
            let lines = ["POST /body HTTP/\(version)", "Host: a", "Connection: close"] + fields + ["", body]
            return lines.joined(separator: "\r\n")
        }
    }

    private static let text = "Content-Type: text/plain"

    static let transferCodings: [Case] = [
        Case(text, "Transfer-Encoding: chunked", status: 200),
        Case(text, "Transfer-Encoding: Chunked", status: 200),
        Case(text, "transfer-encoding:chunked", status: 200),
        Case(text, "Transfer-Encoding: chunked, chunked", status: 400),
        Case(text, "Transfer-Encoding: chunked", "Transfer-Encoding: chunked", status: 400),
        Case(text, "Transfer-Encoding: chunked, gzip", status: 400),
        Case(text, "Transfer-Encoding: gzip, chunked", status: 400),
        Case(text, "Transfer-Encoding: gzip", "Transfer-Encoding: chunked", status: 400),
        Case(text, "Transfer-Encoding: chunked", "Transfer-Encoding: gzip", status: 400),
        Case(text, "Transfer-Encoding: gzip", status: 400),
        Case(text, "Transfer-Encoding: identity", status: 400),
        Case(text, "Transfer-Encoding: identity", "Content-Length: 3", body: "abc", status: 400),
        Case(text, "Transfer-Encoding: identity, chunked", status: 400),
        Case(text, "Transfer-Encoding: xchunked", status: 400),
        Case(text, "Transfer-Encoding: chunked;x=y", status: 400),
        Case(text, "Transfer-Encoding: \"chunked\"", status: 400),
        Case(text, "Transfer-Encoding: ,chunked", status: 400),
        Case(text, "Transfer-Encoding:", status: 400),
        Case(text, "Transfer-Encoding: \u{b}chunked", status: 400),
        Case(text, "Transfer-Encoding : chunked", status: 400),
        Case(text, "Transfer-Encoding: chunked", "Content-Length: 3", status: 400),
        Case(text, "Content-Length: 3", "Transfer-Encoding: chunked", status: 400),
        Case(text, "Transfer-Encoding: chunked", status: 400, version: "1.0"),
        Case(text, "Transfer-Encoding: identity", "Content-Length: 3", body: "abc", status: 400, version: "1.0"),
        Case(text, "Content-Length: 3", body: "abc", status: 200, version: "1.0"),
    ]

    static let types: [Case] = [
        Case(text, "Content-Length: 3", body: "abc", status: 200),
        Case("content-type:TEXT/PLAIN;", "Content-Length: 3", body: "abc", status: 200),
        Case("Content-Length: 3", body: "abc", status: 415),
        Case("Transfer-Encoding: chunked", status: 415),
        Case("Content-Type:", "Content-Length: 3", body: "abc", status: 415),
        Case(text, text, "Content-Length: 3", body: "abc", status: 415),
        Case(text, "Content-Type: application/json", "Content-Length: 3", body: "abc", status: 415),
        Case("Content-Type: application/json", text, "Content-Length: 3", body: "abc", status: 415),
        Case("Content-Type: text/plain, text/plain", "Content-Length: 3", body: "abc", status: 415),
        Case("Content-Type: */*", "Content-Length: 3", body: "abc", status: 415),
        Case("Content-Type: text/plain; charset=koi8-r", "Content-Length: 3", body: "abc", status: 415),
        Case(text, "Accept: text/html", "Content-Length: 3", body: "abc", status: 406),
        Case(text, "Accept: text/html", "Accept: text/*;q=0.1", "Content-Length: 3", body: "abc", status: 200),
        Case(text, "Accept: */*", "Accept: text/plain;q=0", "Content-Length: 3", body: "abc", status: 406),
    ]

    @Test(arguments: transferCodings + types)
    func `decides what becomes of the body`(example: Case) async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(example.request)
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.map(\.status) == [example.status])
            if example.status == 200 { #expect(answers.first?.body == "abc") }
        }
    }
}

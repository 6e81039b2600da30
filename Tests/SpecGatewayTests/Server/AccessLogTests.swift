import NIOCore
import Synchronization
import Testing

@testable import SpecGateway

@Suite struct AccessLogTests {
    static let entry = AccessLogEntry(
        requestID: "r1", method: "GET", template: "/pets/{id}", spec: "Pets", status: 200,
        duration: .microseconds(1234),
        bytes: 56, principals: ["al ice\n"], client: "2001:db8::1", node: "pets.get", problem: nil)

    @Test(arguments: [
        (AccessLogFormat.off, ""),
        (
            .text,
            "2026-01-02T03:04:05Z r1 GET /pets/{id} 200 1234us 56B client=2001:db8::1 principal=\"al ice\\u000a\" node=pets.get\n"
        ),
        (
            .json,
            #"{"time":"2026-01-02T03:04:05Z","id":"r1","method":"GET","spec":"Pets","template":"/pets/{id}","status":200,"#
                + #""microseconds":1234,"bytes":56,"client":"2001:db8::1","principal":"al ice\u000a","node":"pets.get"}"#
                + "\n"
        ),
    ])
    func `one line per request`(format: AccessLogFormat, line: String) {
        var bytes: [UInt8] = []
        Self.entry.append(as: format, date: Array("2026-01-02T03:04:05Z".utf8), to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == line)
    }

    @Test func `every request has its line when the server has ended`() async throws {
        let log = Mutex<[UInt8]>([])
        try await withServer(accessLog: .text, log: { lines in log.withLock { $0 += lines } }) { server in
            let client = try await server.client()
            client.send("GET /now HTTP/1.1\r\nHost: a\r\nX-Request-Id: mine\r\n\r\n")
            client.send("GET /now HTTP/1.1\r\n\r\n")
            _ = await client.receivedUntilClosed()
        }
        let lines = log.withLock { String(decoding: $0, as: UTF8.self) }.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains(" mine GET ") == true)
        #expect(lines.last?.contains(" 400 ") == true)
        #expect(lines.last?.contains("problem=malformed-request") == true)
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
    ])
    func `dates are written as HTTP has them`(second: Int, text: String) {
        #expect(HTTPDate.text(of: second) == text)
    }

    @Test(arguments: [
        ("mine", true), (String(repeating: "a", count: 128), true), (String(repeating: "a", count: 129), false),
        ("", false), ("a b", false), ("a\"b", false), ("é", false),
    ])
    func `a plausible request id is echoed, another replaced`(id: String, isTaken: Bool) async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("GET /now HTTP/1.1\r\nHost: a\r\nX-Request-Id: \(id)\r\n\r\n")
            let echoed = await client.answers(1).first?.fields["x-request-id"]
            #expect((echoed == id) == isTaken)
            if !isTaken { #expect(echoed?.count == 36) }
        }
    }
}

import NIOCore
import SpecRouter
import Testing

import struct SpecRouter.Response

@testable import SpecGateway

@Suite struct ResponseSerializerTests {
    private static func text(_ fields: [HeaderField]) -> String {
        var buffer = ByteBuffer()
        let response = Response(status: 200, fields: fields, body: .bytes(Array("hi".utf8)))
        let framing = ResponseSerializer.Framing(
            date: Array("Thu, 01 Jan 1970 00:00:00 GMT".utf8), requestID: "1", connection: .implied, body: .sent)
        ResponseSerializer.append(response, framing, to: &buffer)
        return String(buffer: buffer)
    }

    @Test func `writes head and body in one piece`() {
        #expect(
            Self.text([("X-A", "b")])
                == "HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Length: 2\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
                + "X-Request-Id: 1\r\n\r\nhi")
    }

    @Test(
        arguments: [
            ("X-A", "b\r\nX-Evil: c"), ("X-A", "b\nX-Evil: c"), ("X-A", "b\r"), ("X-A", "b\0"), ("X-Evil\r\nY", "b"),
            ("X Evil", "b"), ("", "b"), ("X-Evil:", "b"), ("X-Ev\u{ef}l", "b"),
            ("X-A", "a long value that stands in memory of its own\r\nX-Evil: c"),
        ])
    func `leaves out what would break out of its line`(name: String, value: String) {
        let text = Self.text([(name, value)])
        #expect(!text.contains("Evil") && !text.contains("X-A"))
        #expect(text == Self.text([]))
    }

    @Test(arguments: [
        "Date", "content-length", "Connection", "Keep-Alive", "Transfer-Encoding", "X-Request-Id", "UPGRADE",
    ])
    func `leaves out what frames the message`(name: String) {
        #expect(Self.text([(name, "9")]) == Self.text([]))
    }
}

import NIOCore
import NIOEmbedded
import NIOHTTP1
import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct RequestReaderTests {
    /// What a reader makes of octets: whole requests, and whether it refused what came behind them.
    struct Reading: Equatable {
        struct Request: Equatable {
            var line = ""
            var fields: [String] = []
            var body: [UInt8] = []
            var isWhole = false
        }

        var requests: [Request] = []
        var isRefused = false
    }

    /// - Parameter cuts: where the octets are parted.
    private static func reading(_ octets: [UInt8], cuts: [Int] = []) -> Reading {
        var input = RequestInput(headBytes: 4096, fieldCount: 20)
        var reading = Reading()
        var start = 0
        for cut in cuts.sorted() + [octets.count] {
            input.append(ByteBuffer(bytes: octets[start..<cut]))
            start = cut
            do throws(MalformedRequest) {
                while let part = try input.next() { reading.take(part) }
            } catch {
                reading.isRefused = true
                return reading
            }
        }
        return reading
    }

    private static func ours(_ text: String) -> Reading { reading(Array(text.utf8)) }

    @Test func `reads requests, their fields and their bodies`() {
        let reading = Self.ours(
            "\r\nGET /a?b=c HTTP/1.1\r\nHost: a\r\nX:  b c \t\r\nY:\r\n\r\n"
                + "POST /b HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc"
                + "PUT /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n2;x=\"y\"\r\nab\r\n00A\r\n0123456789\r\n"
                + "0\r\nT: u\r\n\r\nGET /d HT")
        #expect(!reading.isRefused)
        #expect(reading.requests.map(\.line) == ["GET /a?b=c", "POST /b", "PUT /c"])
        #expect(reading.requests[0].fields == ["Host: a", "X: b c", "Y: "])
        #expect(reading.requests.map { String(decoding: $0.body, as: UTF8.self) } == ["", "abc", "ab0123456789"])
        #expect(!reading.requests.contains { !$0.isWhole })
    }

    @Test func `reads the same however the octets are cut`() {
        let octets = Array(
            ("\r\n\r\nPOST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nT: u\r\n\r\n"
                + "\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n").utf8)
        let whole = Self.reading(octets)
        #expect(whole.requests.map(\.line) == ["POST /a", "GET /b"] && !whole.isRefused)
        for cut in 1..<octets.count { #expect(Self.reading(octets, cuts: [cut]) == whole, "\(cut)") }
        #expect(Self.reading(octets, cuts: Array(1..<octets.count)) == whole)
    }

    static let good = [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "FROBNICATE * HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nhOST:a\r\nX: \u{e9}\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 000\r\n\r\n",
    ]

    @Test(arguments: good) func `takes what is right`(text: String) {
        let reading = Self.ours(text)
        #expect(!reading.isRefused)
        #expect(reading.requests.count == 1)
        #expect(reading.requests.first?.isWhole == true)
    }

    static let bad = [
        " GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\n", "GET  / HTTP/1.1\r\n", "GET /  HTTP/1.1\r\n", "GET / HTTP/1.1 \r\n",
        "GET /\u{7f} HTTP/1.1\r\n", "GET /\u{e9} HTTP/1.1\r\n", "GET /a\tb HTTP/1.1\r\n", "GET / http/1.1\r\n",
        "GET / HTTP/1.2\r\n", "GET / HTTP/2.0\r\n", "GET / HTTP/1.10\r\n", "GET /\r\n", "GET / HTTP/1.1\n",
        "GET / HTTP/1.1\r\r\n", "G\u{0}T / HTTP/1.1\r\n", "GET / HTTP/1.1\r\n X: a\r\n", "GET / HTTP/1.1\r\n: a\r\n",
        "GET / HTTP/1.1\r\nX : a\r\n", "GET / HTTP/1.1\r\nX\r\n", "GET / HTTP/1.1\r\nX: a\nY: b\r\n",
        "GET / HTTP/1.1\r\nX: a\rb\r\n", "GET / HTTP/1.1\r\nX: a\u{0}\r\n", "GET / HTTP/1.1\r\nX: a\u{7f}\r\n",
        "GET / HTTP/1.1\r\nX: a\u{1}\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n",
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9223372036854775808\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n" + (0..<20).map { "X\($0): a\r\n" }.joined() + "\r\n",
        "GET /\(String(repeating: "a", count: 4096)) HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 4096))\r\n",
    ]

    @Test(arguments: bad) func `refuses what is wrong, at once and however it is cut`(text: String) {
        let octets = Array(text.utf8)
        #expect(Self.reading(octets).isRefused)
        #expect(Self.reading(octets, cuts: Array(1..<octets.count)).isRefused)
    }

    static let badChunks = [
        "\r\n", " 1\r\n", "g\r\n", "-1\r\n", "0x1\r\n", "1\n", "1 2\r\n", "1,\r\n", "1\r\nab\r\n", "1\r\na\n",
        "1\r\na\r\r\n",
        "1;\u{0}\r\n", "1;\(String(repeating: "x", count: 300))\r\n", "1000000000000000\r\n", "0\r\n X: a\r\n\r\n",
        "0\r\nX\r\n\r\n", "0\r\n\n", "0\r\nX: a\rb\r\n\r\n", "0\r\nX: \(String(repeating: "a", count: 4096))\r\n\r\n",
    ]

    @Test(arguments: badChunks) func `refuses chunks that are wrong`(chunks: String) {
        let octets = Array("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)".utf8)
        #expect(Self.reading(octets).isRefused)
        #expect(Self.reading(octets, cuts: Array(1..<octets.count)).isRefused)
    }

    /// SwiftNIO's decoder as the second reader.
    private static func theirs(_ octets: [UInt8]) -> Reading {
        let channel = EmbeddedChannel()
        defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
        var reading = Reading()
        do {
            let decoder = ByteToMessageHandler(HTTPRequestDecoder())
            try channel.pipeline.syncOperations.addHandler(decoder)
            try channel.writeInbound(ByteBuffer(bytes: octets))
        } catch {
            reading.isRefused = true
        }
        while let part = try? channel.readInbound(as: HTTPServerRequestPart.self) { reading.take(part) }
        return reading
    }

    /// Whatever the reader takes for a request, SwiftNIO's decoder takes for the same one: no two readers of a chain
    /// of servers see different requests. That it refuses more is meant.
    @Test(arguments: 1...8) func `sees no request where another reader sees a different one`(seed: UInt64) {
        var random = SplitMix(state: seed)
        var taken = 0
        for _ in 0..<2_000 {
            let octets = RequestMutation.octets(&random)
            let ours = Self.reading(octets, cuts: Self.cuts(octets, &random))
            let text = String(decoding: octets, as: UTF8.self).debugDescription
            #expect(ours.requests == Self.reading(octets).requests, "\(text)")
            let theirs = Self.theirs(octets)
            let comparable = ours.comparable
            taken += comparable.count
            #expect(theirs.requests.prefix(comparable.count).elementsEqual(comparable), "\(text)\n\(ours)\n\(theirs)")
        }
        #expect(taken > 500)
    }

    private static func cuts(_ octets: [UInt8], _ random: inout SplitMix) -> [Int] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in Int.random(in: 0...octets.count, using: &random) }
    }
}

extension RequestReaderTests.Reading {
    private static let methods: Set<Substring> = ["GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "PATCH"]

    /// The whole requests that SwiftNIO's decoder reads too: it knows a list of methods, wants a slash before a path, and reads
    /// nothing after a request that says it is the last.
    var comparable: ArraySlice<Request> {
        let known = requests.prefix { request in
            let line = request.line.split(separator: " ")
            return request.isWhole && line.first.map(Self.methods.contains) == true && line.last?.hasPrefix("/") == true
        }
        let last = known.firstIndex { $0.fields.contains { $0.lowercased().hasPrefix("connection: close") } }
        return last.map { known[...$0] } ?? known
    }

    mutating func take(_ part: ReceivedPart) {
        switch part {
        case .head(let head):
            requests.append(
                Request(line: "\(head.method) \(head.target)", fields: head.fields.map { "\($0.name): \($0.value)" }))
        case .body(let octets): body(octets)
        case .end: end()
        }
    }

    mutating func take(_ part: HTTPServerRequestPart) {
        switch part {
        case .head(let head):
            requests.append(
                Request(
                    line: "\(head.method.rawValue) \(head.uri)",
                    fields: head.headers.map { "\($0.name): \(Self.trimmed($0.value))" }))
        case .body(let octets): body(octets)
        case .end: end()
        }
    }

    /// SwiftNIO leaves the white space behind a value where it is.
    private static func trimmed(_ value: String) -> String {
        var value = value
        while value.last == " " || value.last == "\t" { value.removeLast() }
        return value
    }

    private mutating func body(_ octets: ByteBuffer) {
        requests[requests.count - 1].body += Array(buffer: octets)
    }

    private mutating func end() {
        requests[requests.count - 1].isWhole = true
    }
}

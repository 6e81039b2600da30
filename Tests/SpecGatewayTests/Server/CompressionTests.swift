import Foundation
import SpecRouter
import Testing

@testable import SpecGateway

struct `A compressed answer` {
    @Test(arguments: [
        ("gzip", true), ("GZIP", true), ("x-gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("*;q=0.1", true),
        ("gzip;q=0", false), ("gzip; q=0.000", false), ("*;q=0", false), ("identity", false), ("br", false),
        ("", false),
        ("gzip;q=0.3, identity;q=0.8", false), ("gzip, identity", true), ("*, gzip;q=0", false), ("gzip;q=2", false),
        ("gzip;q=a", false), ("gzip;x=1", false), ("\"gzip\"", false), (", gzip ,", true),
    ])
    func `is wanted by weight`(_ field: String, _ isWanted: Bool) {
        #expect(AcceptEncoding.prefersGzip([field]) == isWanted)
        #expect(AcceptEncoding.prefersGzip([]) == false)
        #expect(AcceptEncoding.prefersGzip(["br", field]) == isWanted)
    }

    @Test(arguments: [
        ("application/json", true), ("Application/JSON; charset=utf-8", true), ("application/problem+json", true),
        ("text/html", true), ("text/event-stream", true), ("image/svg+xml", true), ("image/png", false),
        ("application/zip", false), ("application/octet-stream", false), ("json", false), ("", false),
    ])
    func `has a type that becomes smaller`(_ type: String, _ isTaken: Bool) {
        #expect(ResponseCompression().takes(type) == isTaken)
    }

    @Test(arguments: [0, 1, 1000, 100_000, 3_000_000])
    func `is gzip, whole and in pieces`(_ size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 7) }
        guard var gzip = Gzip() else {
            Issue.record("There is no memory.")
            return
        }
        let first = gzip.push(bytes, .finish)
        gzip.reset()
        let second = gzip.push(bytes, .finish)
        #expect(second == first)
        #expect(try Self.gunzip(first) == bytes)
        gzip.reset()
        var pieces: [UInt8] = []
        for start in stride(from: 0, to: size, by: 70_001) {
            pieces += gzip.push(Array(bytes[start..<min(start + 70_001, size)]), .sync)
        }
        let none = gzip.push([], .sync)
        #expect(none == [])
        pieces += gzip.push([], .finish)
        #expect(try Self.gunzip(pieces) == bytes)
    }

    /// By the tool of that name.
    static func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-d", "-c"]
        let file = FileManager.default.temporaryDirectory.appending(path: "specrouter-\(UUID()).gz")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let plain = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return Array(plain)
    }

    static let long = String(repeating: "a long answer, ", count: 1000)

    private func answer(
        _ respond: @escaping @Sendable () -> NodeResponse, _ fields: String = "Accept-Encoding: gzip\r\n",
        method: String = "GET", configured: (inout ResponseCompression) -> Void = { _ in }
    ) async throws -> (fields: [String: String], body: [UInt8]) {
        var nodes = NodeRegistry()
        nodes.register("n") { _ in respond() }
        let api = try StreamServer.compile(
            """
            openapi: 3.1.0
            info: { title: C, version: "1" }
            paths: { /a: { get: { x-entry-node-id: n, responses: { default: { description: ok, content: { "*/*": {} } } } } } }
            """, nodes, .hasty())
        var compression = ResponseCompression()
        configured(&compression)
        var text = ""
        var bytes: [UInt8] = []
        try await withServer(api: api, configured: { $0.compression = compression }) { server in
            let client = try await server.client(
                sending: "\(method) /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(fields)\r\n")
            _ = await client.receivedUntilClosed()
            bytes = client.bytes
        }
        let end = try #require(bytes.firstRange(of: Array("\r\n\r\n".utf8)))
        text = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        var found: [String: String] = [:]
        for line in text.split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            found[parts[0].lowercased()] = parts[1]
        }
        return (found, Array(bytes[end.upperBound...]))
    }

    @Test func `comes where the client takes it`() async throws {
        let (fields, body) = try await answer { .text(Self.long, headerFields: [.eTag: "\"a\""]) }
        #expect(fields["content-encoding"] == "gzip")
        #expect(fields["vary"] == "Accept-Encoding")
        #expect(fields["etag"] == "W/\"a\"")
        #expect(fields["content-length"] == "\(body.count)")
        #expect(body.count < 1000)
        #expect(try Self.gunzip(body) == Array(Self.long.utf8))
    }

    @Test func `has its length in the answer to HEAD`() async throws {
        let (_, body) = try await answer { .text(Self.long) }
        let (fields, none) = try await answer({ .text(Self.long) }, method: "HEAD")
        #expect(fields["content-length"] == "\(body.count)")
        #expect(none == [])
    }

    struct Plain: Sendable, CustomTestStringConvertible {
        let name: String
        let vary: String?
        let fields: String
        let respond: @Sendable () -> NodeResponse
        var testDescription: String { name }

        init(
            _ name: String, vary: String? = nil, fields: String = "Accept-Encoding: gzip\r\n",
            _ respond: @escaping @Sendable () -> NodeResponse
        ) {
            self.name = name
            self.vary = vary
            self.fields = fields
            self.respond = respond
        }
    }

    static let plain: [Plain] = [
        Plain("for a client that does not take it", vary: "Accept-Encoding", fields: "") { .text(long) },
        Plain("for a client that refuses it", vary: "Accept-Encoding", fields: "Accept-Encoding: gzip;q=0\r\n") {
            .text(long)
        },
        Plain("of few octets") { .text("short") },
        Plain("of another type") { .bytes(Array(long.utf8), contentType: "image/png") },
        Plain("that is encoded already") { .text(long, headerFields: [.contentEncoding: "br"]) },
        Plain("that is a part") { .text(long, status: .partialContent) },
        Plain("that is not to be touched") { .text(long, headerFields: [.cacheControl: "public, No-Transform"]) },
        Plain("whose length was announced") {
            .stream(contentType: "text/plain", length: long.utf8.count) { try await $0.write(long) }
        },
    ]

    @Test(arguments: plain)
    func `is none`(_ example: Plain) async throws {
        let (fields, body) = try await answer(example.respond, example.fields)
        #expect(fields["vary"] == example.vary)
        #expect(fields["content-encoding"] != "gzip")
        #expect(["short", Self.long].contains(String(decoding: body, as: UTF8.self)))
    }

    @Test func `follows the options`() async throws {
        let (fields, _) = try await answer(
            { .bytes(Array(repeating: 120, count: 200), contentType: "application/x-own") },
            configured: {
                $0.minimum = 100
                $0.types = ["application/x-own"]
            })
        #expect(fields["content-encoding"] == "gzip")
    }

    /// The client can read each event before the next one is made.
    @Test func `streams`() async throws {
        let isRead = Signal()
        var nodes = NodeRegistry()
        nodes.register("down") { _ in
            .stream(contentType: "text/plain") { writer in
                try await writer.write(Self.long)
                await isRead.wait()
                try await writer.write("the end")
            }
        }
        nodes.register("up") { _ in .text("") }
        nodes.register("both") { _ in .text("") }
        let api = try StreamServer.compile(StreamServer.description, nodes, .hasty())
        try await withServer(api: api, configured: { $0.compression = ResponseCompression() }) { server in
            let client = try await server.client(
                sending: "GET /down HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n")
            // A flush ends with an empty block.
            while client.bytes.firstRange(of: [0, 0, 0xff, 0xff]) == nil { try await Task.sleep(for: .milliseconds(3)) }
            isRead.set()
            _ = await client.receivedUntilClosed()
            let end = try #require(client.bytes.firstRange(of: Array("\r\n\r\n".utf8)))
            let head = String(decoding: client.bytes[..<end.lowerBound], as: UTF8.self)
            #expect(head.contains("Content-Encoding: gzip") && head.contains("Transfer-Encoding: chunked"))
            let body = try Self.gunzip(Self.unchunked(Array(client.bytes[end.upperBound...])))
            #expect(String(decoding: body, as: UTF8.self) == Self.long + "the end")
        }
    }

    private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
        var body: [UInt8] = []
        var rest = bytes[...]
        while let end = rest.firstRange(of: [13, 10]),
            let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16), size > 0
        {
            body += rest[end.upperBound..<(end.upperBound + size)]
            rest = rest[(end.upperBound + size + 2)...]
        }
        return body
    }
}

import Foundation
import OpenAPIModel
import Testing

@testable import SpecGateway

/// The article `Streaming.md`, as a reader would follow it.
@Suite("Streaming, as the article shows it")
struct StreamingArticleTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test func `the article shows what is run here`() throws {
        let article = try Self.text("Sources/SpecGateway/SpecGateway.docc/Streaming.md")
        let program = try Self.text("Tests/SpecGatewayTests/Streams/StreamingExamples.swift")
        let shown = try #require(
            program.components(separatedBy: "// example: begin\n").last?.components(separatedBy: "// example: end")
                .first)
        #expect(article.contains("```swift\n\(shown)```"))
        #expect(article.contains("```yaml\n\(try Self.text("Fixtures/tutorial/streaming.yaml"))```"))
    }

    @Test func `its nodes take and give streams`() async throws {
        let gateway = Gateway(
            .file(Self.root.appending(path: "Fixtures/tutorial/streaming.yaml").path), nodes: streamingNodes())
        #expect(try await gateway.load().diagnostics == [])
        try await GatewayTests().running(gateway) { port, _ in
            func ask(_ method: String, _ target: String, _ type: String, _ body: String) async throws -> Answer {
                let client = try await SocketClient(port: port)
                client.send(
                    "\(method) \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: \(type)\r\n"
                        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
                return try #require(Answer.parse(await client.receivedUntilClosed()).first)
            }
            #expect(try await ask("PUT", "/files", "application/octet-stream", "12345").body == #"{"octets":5}"#)
            #expect(try await ask("GET", "/files?size=70000", "text/plain", "").body.utf8.count == 70000)
            let readings = "{\"sensor\":\"a\",\"celsius\":1}\n{\"sensor\":\"b\",\"celsius\":-99}\n"
            let refused = try await ask("POST", "/readings", "application/jsonl", readings)
            #expect(refused.status == 400)
            #expect(refused.body.contains(#""pointer":"/1/celsius""#))
            let client = try await SocketClient(port: port)
            client.send("GET /readings HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let events = await client.receivedUntilClosed()
            #expect(events.ranges(of: "event: reading\n\n").count == 2)
        }
    }
}

import Foundation
import Logging
import NIOCore
import NIOSSL
import SpecRouter
import Synchronization
import Testing
import X509

@testable import SpecGateway

@Suite struct TLSTests {
    private let authority: TestAuthority

    init() throws {
        authority = try TestAuthority()
    }

    private func withTLSServer(
        _ change: (inout TLSSettings) -> Void = { _ in }, limits: Limits = .hasty(),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ body: (RunningServer) async throws -> Void
    ) async throws {
        try await withDirectory { directory in
            var settings = try authority.server().write(to: directory)
            change(&settings)
            try await withServer(limits: limits, tls: settings, logger: logger, body)
        }
    }

    @Test func `answers over TLS, one request after the other`() async throws {
        try await withTLSServer { server in
            let client = try await server.client(tls: authority.client())
            for count in 1...3 {
                client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
                let answers = await client.answers(count)
                #expect(answers.map(\.body) == Array(repeating: "now", count: count))
            }
            client.send("GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.last?.body.utf8.count == 1_000_000)
            #expect(client.isClosed)
            #expect(server.server.address.description == "https://127.0.0.1:\(server.port)")
        }
    }

    @Test func `a body passes both ways`() async throws {
        try await withTLSServer { server in
            let client = try await server.client(tls: authority.client())
            let text = String(repeating: "é", count: 200_000)
            client.send("POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n")
            client.send("Content-Length: \(text.utf8.count)\r\n\r\n\(text)")
            #expect(await client.answers(1).map(\.body) == [text])
        }
    }

    @Test(arguments: [
        (TLSSettings.Version.v12, 1, false), (.v12, 2, true), (.v12, 3, true), (.v13, 2, false), (.v13, 3, true),
    ])
    func `only versions that are new enough are spoken`(
        minimum: TLSSettings.Version, version: Int, isSpoken: Bool
    ) async throws {
        try await withTLSServer({ $0.minimumVersion = minimum }) { server in
            let tls = try authority.client(versions: version...version)
            let client = try await server.client(sending: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n", tls: tls)
            let text = await client.received { Answer.parse($0).count == 1 || client.isClosed }
            #expect(Answer.parse(text).map(\.status) == (isSpoken ? [200] : []))
        }
    }

    @Test func `plain HTTP is told to use TLS, and what is neither is closed`() async throws {
        let lines = Lines()
        try await withTLSServer(logger: lines.logger) { server in
            for text in ["GET /now HTTP/1.1\r\nHost: a\r\n\r\n", "POST /body HTTP/1.1\r\nHost: a\r\n"] {
                let client = try await server.client(sending: text)
                let answers = Answer.parse(await client.receivedUntilClosed())
                #expect(answers.map(\.status) == [400])
                #expect(answers.first?.body.contains("ask with https") == true)
            }
            let client = try await server.client(sending: "\u{16}\u{3}\u{1}\u{0}\u{5}nonsense")
            #expect(Answer.parse(await client.receivedUntilClosed()).isEmpty)
            let good = try await server.client(sending: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n", tls: authority.client())
            #expect(await good.answers(1).map(\.status) == [200])
        }
        #expect(lines.all.contains { $0.contains("The client does not speak TLS.") })
    }

    @Test func `a flood of failed handshakes is reported once`() async throws {
        let lines = Lines()
        var failures = HandshakeFailures()
        for _ in 0..<1000 { failures.report("plain", to: lines.logger, at: .uptimeNanoseconds(1)) }
        #expect(lines.all.count == 1)
        failures.report("plain", to: lines.logger, at: .uptimeNanoseconds(120_000_000_000))
        #expect(lines.all.count == 2)
        #expect(lines.all.last?.contains("unsaid=999") == true)
        for kind in 0..<1000 { failures.report("\(kind)", to: lines.logger, at: .uptimeNanoseconds(2)) }
        #expect(lines.all.count == 34)
    }

    @Test func `a handshake that is never finished is closed`() async throws {
        let lines = Lines()
        let limits = Limits.hasty { $0.handshakeTimeout = .milliseconds(100) }
        try await withTLSServer(limits: limits, logger: lines.logger) { server in
            for beginning in ["", "\u{16}\u{3}\u{1}\u{2}"] {
                let client = try await server.client(sending: beginning)
                #expect(await client.receivedUntilClosed() == "")
                #expect(client.isClosed)
            }
        }
        #expect(lines.all.contains { $0.contains("not finished in time") })
    }

    @Test func `a handshake counts as a connection`() async throws {
        let limits = Limits.hasty { $0.connections = 1 }
        try await withTLSServer(limits: limits) { server in
            let silent = try await server.client()
            let waiting = try await server.client(
                sending: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n", tls: authority.client())
            try await Task.sleep(for: .milliseconds(50))
            #expect(waiting.received == "")
            await silent.close()
            #expect(await waiting.answers(1).map(\.status) == [200])
        }
    }

    @Test func `draining ends what is in its handshake`() async throws {
        try await withTLSServer { server in
            let client = try await server.client()
            await server.server.drain()
            #expect(await client.receivedUntilClosed() == "")
            #expect(client.isClosed)
        }
    }
}

/// Keeps what is logged.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let words = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
            lines.lines.withLock { $0.append("\(event.message) \(words.joined(separator: " "))") }
        }
    }
}

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

/// What passes is never far ahead of who takes it: the rest waits in the sockets' buffers and in little memory of ours.
@Suite struct BackPressureTests {
    private static let total = 4 * bound
    /// Two sockets' buffers as this machine sizes them at most, and ours.
    private static let bound = ["tcp_rmem", "tcp_wmem"].map(mostOctets).reduce(8 * 1024 * 1024, +)

    /// What Linux gives a socket at most: the last of three numbers.
    private static func mostOctets(_ setting: String) -> Int {
        let text = try? String(contentsOfFile: "/proc/sys/net/ipv4/\(setting)", encoding: .utf8)
        return text?.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) } ?? 8 * 1024 * 1024
    }

    /// How far one side is ahead of the other.
    private final class Lead: Sendable {
        private let state = Mutex((made: 0, taken: 0, most: 0))

        func make(_ count: Int) {
            state.withLock { state in
                state.made += count
                state.most = max(state.most, state.made - state.taken)
            }
        }

        func take(_ count: Int) { state.withLock { $0.taken += count } }
        var taken: Int { state.withLock { $0.taken } }
        var most: Int { state.withLock { $0.most } }
    }

    private static func octets(_ lead: Lead) -> AsyncStream<ByteBuffer> {
        let rest = Mutex(total)
        return AsyncStream {
            let count = rest.withLock { rest in
                defer { rest -= min(rest, 100_000) }
                return min(rest, 100_000)
            }
            guard count > 0 else { return nil }
            lead.make(count)
            return ByteBuffer(repeating: 1, count: count)
        }
    }

    @Test func `a slow client slows down the node`() async throws {
        let lead = Lead()
        let down: StreamServer.Respond = { _ in
            .stream(contentType: "application/octet-stream") { writer in
                var rest = Self.total
                while rest > 0 {
                    let count = min(rest, 100_000)
                    lead.make(count)
                    try await writer.write([UInt8](repeating: 1, count: count))
                    rest -= count
                }
            }
        }
        try await StreamServer(down: down).run { server in
            let request = HTTPClientRequest(url: "http://127.0.0.1:\(server.port)/down")
            let response = try await HTTPClient.shared.execute(request, timeout: .minutes(5))
            for try await chunk in response.body { lead.take(chunk.readableBytes) }
        }
        #expect(lead.taken == Self.total)
        #expect(lead.most < Self.bound)
    }

    @Test func `a slow node slows down the client`() async throws {
        let lead = Lead()
        let up: StreamServer.Respond = { request in
            for try await chunk in request.bodyStream {
                lead.take(chunk.count)
                await Task.yield()
            }
            return .text("\(lead.taken)")
        }
        try await StreamServer(up: up).run { server in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(server.port)/up")
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/octet-stream")
            request.body = .stream(Self.octets(lead), length: .unknown)
            let response = try await HTTPClient.shared.execute(request, timeout: .minutes(5))
            let text = try await response.body.collect(upTo: 100)
            #expect(String(buffer: text) == "\(Self.total)")
        }
        #expect(lead.most < Self.bound)
    }

    @Test func `what a client sends comes back while it sends`() async throws {
        let lead = Lead()
        try await StreamServer().run { server in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(server.port)/both")
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/octet-stream")
            request.body = .stream(Self.octets(lead), length: .known(Int64(Self.total)))
            let response = try await HTTPClient.shared.execute(request, timeout: .minutes(5))
            for try await chunk in response.body { lead.take(chunk.readableBytes) }
        }
        #expect(lead.taken == Self.total)
        #expect(lead.most < 2 * Self.bound)
    }
}

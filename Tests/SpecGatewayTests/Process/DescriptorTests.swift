import Foundation
import SpecRouter
import Testing

@testable import SpecGateway

/// A process that has as many files and sockets open as it may.
@Suite struct DescriptorTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: Files, version: "1" }
        paths:
          /now: { get: { x-entry-node-id: own, responses: { default: { description: ok } } } }
          /upload:
            post:
              x-entry-node-id: own
              requestBody:
                content:
                  multipart/form-data:
                    schema: { type: object, properties: { file: { type: string, format: binary } } }
              responses: { default: { description: ok } }
          /away: { get: { x-entry-node-id: away, responses: { default: { description: ok } } } }
        """

    private static let get = "GET /now HTTP/1.1\r\nHost: a\r\n\r\n"

    /// More than is kept in memory.
    private static let upload: String = {
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
            + String(repeating: "x", count: 600_000) + "\r\n--b--\r\n"
        return "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }()

    private func serving(
        before url: String = "http://127.0.0.1:1", _ body: (GatewayProcess) async throws -> Void
    ) async throws {
        try await withDirectory { directory in
            try write(Self.description, to: directory + "/files.yaml")
            try write(
                """
                specs: [ { source: files.yaml } ]
                nodes: { own: { use: echo }, away: { use: proxy, upstream: "\(url)" } }
                server: { threads: 1, accessLog: off }
                """, to: directory + "/gateway.yaml")
            try await GatewayProcess.run(["--config", "gateway.yaml"], in: directory, files: 64, body)
        }
    }

    /// So many connections that the process has no descriptor for all of them; each has sent a request.
    private func crowd(_ process: GatewayProcess) async throws -> [SocketClient] {
        var clients: [SocketClient] = []
        for _ in 0..<100 { clients.append(try await SocketClient(port: process.port, sending: Self.get)) }
        try await process.says("No connection can be accepted now")
        return clients
    }

    @Test func `those that are connected are served, others wait, and nothing spins`() async throws {
        try await serving { process in
            let first = try await SocketClient(port: process.port, sending: Self.get)
            #expect(await first.answers(1).map(\.status) == [200])
            var clients = try await crowd(process)

            first.send(Self.get)
            #expect(await first.answers(2).map(\.status) == [200, 200])
            #expect(process.log.contains("too many open files"))
            #expect(process.log.contains("allowed=64"))
            let before = try process.ticks
            try await Task.sleep(for: .seconds(1))
            // A loop that turned for nothing would have used all of the second that other processes leave it.
            #expect(try process.ticks - before < 25)

            let waiting = clients.count { $0.received.isEmpty }
            #expect(waiting > 30)
            while let client = clients.popLast() {
                if client.received.isEmpty, clients.contains(where: { !$0.received.isEmpty }) {
                    clients.insert(client, at: 0)
                } else {
                    #expect(await client.answers(1).map(\.status) == [200])
                    await client.close()
                }
            }
            let last = try await SocketClient(port: process.port, sending: Self.get)
            #expect(await last.answers(1).map(\.status) == [200])
            #expect(process.log.ranges(of: "No connection can be accepted now").count == 1)
        }
    }

    @Test func `an upload that needs a file is 503, and stored when there is one again`() async throws {
        try await serving { process in
            let first = try await SocketClient(port: process.port, sending: Self.upload)
            #expect(await first.answers(1).map(\.status) == [200])
            let clients = try await crowd(process)
            first.send(Self.upload)
            let refused = try #require(await first.answers(2).last)
            #expect(refused.status == 503)
            #expect(refused.fields["retry-after"] == "1")
            #expect(refused.body.contains("urn:specrouter:problem:overloaded"))
            for client in clients { await client.close() }
            var status = 503
            while status == 503 {
                let client = try await SocketClient(port: process.port, sending: Self.upload)
                status = try #require(await client.answers(1).first?.status)
                await client.close()
            }
            #expect(status == 200)
        }
    }

    @Test func `a request that needs a connection to an upstream is 503`() async throws {
        try await UpstreamServer.run({ connection in
            while try await connection.head() != nil { try await connection.answer("{}") }
        }) { upstream in
            try await serving(before: upstream.url) { process in
                let first = try await SocketClient(port: process.port, sending: Self.get)
                #expect(await first.answers(1).map(\.status) == [200])
                let clients = try await crowd(process)
                first.send("GET /away HTTP/1.1\r\nHost: a\r\n\r\n")
                let refused = try #require(await first.answers(2).last)
                #expect(refused.status == 503)
                #expect(refused.body.contains("urn:specrouter:problem:overloaded"))
                for client in clients { await client.close() }
                var status = 503
                while status == 503 {
                    let client = try await SocketClient(
                        port: process.port, sending: "GET /away HTTP/1.1\r\nHost: a\r\n\r\n")
                    status = try #require(await client.answers(1).first?.status)
                    await client.close()
                }
                #expect(status == 200)
            }
        }
    }
}

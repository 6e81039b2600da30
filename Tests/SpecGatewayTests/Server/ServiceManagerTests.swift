import Glibc
import Logging
import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct ServiceManagerTests {
    /// A datagram socket at a path, as a service manager has one.
    private final class Listener {
        private let descriptor: CInt

        init(_ path: String) throws {
            descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            let bound = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            try #require(bound == 0)
        }

        deinit { close(descriptor) }

        func next() -> String {
            var bytes = [UInt8](repeating: 0, count: 100)
            let count = recv(descriptor, &bytes, bytes.count, 0)
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
    }

    @Test func `a manager hears that the process is ready`() async throws {
        try await withDirectory { directory in
            let path = directory + "/notify"
            let listener = try Listener(path)
            let manager = ServiceManager { ["NOTIFY_SOCKET": path][$0] }
            manager.notify("READY=1")
            manager.notify("STOPPING=1")
            #expect(listener.next() == "READY=1")
            #expect(listener.next() == "STOPPING=1")
        }
    }

    @Test(arguments: ["", "/nowhere/at/all", String(repeating: "a", count: 500)])
    func `without one that listens nothing happens`(path: String) {
        ServiceManager { ["NOTIFY_SOCKET": path][$0] }.notify("READY=1")
    }

    private static let handed: [(pid: String?, count: String?, socket: CInt?)] = [
        (String(getpid()), "1", 3), (String(getpid()), "2", 3), (String(getpid()), "0", nil), ("1", "1", nil),
        (nil, "1", nil), (String(getpid()), nil, nil), ("x", "y", nil),
    ]

    @Test(arguments: handed) func `a socket is taken only when it is meant for this process`(
        pid: String?, count: String?, socket: CInt?
    ) {
        let environment = ["LISTEN_PID": pid, "LISTEN_FDS": count]
        #expect(ServiceManager { environment[$0] ?? nil }.listeningSocket == socket)
    }

    @Test func `requests that come to a socket that was handed over are answered`() async throws {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 && listen(descriptor, 16) == 0
            }
        }
        try #require(isBound)
        try await Self.serving({ $0.socket = descriptor }) { server in
            let client = try await SocketClient(port: server.address.port)
            client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.answers(1).map(\.status) == [200])
        }
    }

    @Test func `two servers share a port where both say so`() async throws {
        try await Self.serving({ $0.sharesPort = true }) { first in
            try await Self.serving({
                $0.sharesPort = true
                $0.port = first.address.port
            }) { second in
                #expect(second.address.port == first.address.port)
                await first.drain()
                let client = try await SocketClient(port: second.address.port)
                client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await client.answers(1).map(\.status) == [200])
            }
        }
    }

    private static func serving(
        _ change: (inout ServerConfiguration) -> Void, _ body: (HTTPServer) async throws -> Void
    ) async throws {
        var configuration = ServerConfiguration()
        configuration.port = 0
        configuration.threads = 1
        configuration.accessLog = .off
        change(&configuration)
        let server = try await HTTPServer.start(
            configuration, limits: .hasty(), live: LiveAPI(try TestAPI.make(limits: .hasty())),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await body(server)
        await server.drain()
    }
}

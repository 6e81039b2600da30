#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The service manager that started the process, where it is systemd: it may hand over a listening socket
/// (`sd_listen_fds`), and may want to hear when the process is ready (`sd_notify`).
struct ServiceManager: Sendable {
    private let socketPath: String?
    /// The first socket that is handed over to this process.
    let listeningSocket: CInt?

    init(environment: (String) -> String?) {
        socketPath = environment("NOTIFY_SOCKET")
        let isForUs = environment("LISTEN_PID").flatMap { pid_t($0) } == getpid()
        let count = environment("LISTEN_FDS").flatMap { Int($0) } ?? 0
        listeningSocket = isForUs && count > 0 ? 3 : nil
    }

    /// Of this process.
    static let current = ServiceManager { name in getenv(name).map { String(cString: $0) } }

    /// Sends one datagram; silent where nobody asked for it or nobody listens.
    func notify(_ message: String) {
        guard let socketPath, var address = Self.address(socketPath) else { return }
        let descriptor = socket(AF_UNIX, Self.datagram, 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + socketPath.utf8.count)
        let bytes = Array(message.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Self.noSignal, $0, length)
            }
        }
    }

    /// A path, or a name in the abstract namespace, which is written with `@` before it.
    private static func address(_ path: String) -> sockaddr_un? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(path.utf8)
        guard !name.isEmpty, name.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        if name[0] == UInt8(ascii: "@") { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        return address
    }

    #if canImport(Glibc)
    private static let datagram = CInt(SOCK_DGRAM.rawValue)
    private static let noSignal = CInt(MSG_NOSIGNAL)
    #else
    private static let datagram = SOCK_DGRAM
    private static let noSignal: CInt = 0
    #endif
}

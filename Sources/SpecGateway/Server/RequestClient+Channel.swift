import NIOCore
import SpecRouter

extension RequestClient {
    /// Who is at the other end of a connection.
    convenience init(_ channel: any Channel, _ loop: LoopContext) {
        self.init(
            address: channel.remoteAddress?.ipAddress ?? "unknown", scheme: loop.tls == nil ? "http" : "https")
    }
}

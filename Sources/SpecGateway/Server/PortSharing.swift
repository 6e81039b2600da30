import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension NIOBSDSocket.Option {
    /// Several processes listen on one address; the system spreads new connections over them.
    static let sharesPort = NIOBSDSocket.Option(rawValue: SO_REUSEPORT)
}

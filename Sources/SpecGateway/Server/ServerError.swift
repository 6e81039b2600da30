import NIOCore
import NIOPosix

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Why the server cannot listen.
public struct ServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A full sentence that names the address and says how to go on.
    public var description: String

    init(_ error: any Error, _ configuration: ServerConfiguration) {
        if let fault = error as? TLSFault {
            description = fault.description
            return
        }
        let place = "\(configuration.host):\(configuration.port)"
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE?:
            description = "\(place) is in use by another process: stop that one, or choose another port."
        case EACCES?:
            description = "\(place) may not be used by this user: choose a port above 1023."
        case EADDRNOTAVAIL?:
            description = "\(configuration.host) is not an address of this machine."
        default:
            description = "The server cannot listen on \(place): \(error)."
        }
    }
}

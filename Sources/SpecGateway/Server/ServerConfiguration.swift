import NIOCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where the gateway listens and how it logs.
public struct ServerConfiguration: Sendable, Hashable {
    /// A name or an address of this machine; `0.0.0.0` and `::` mean all of them.
    public var host = "127.0.0.1"
    /// 0 takes any free port.
    public var port = 8080
    /// Event loops, each with a thread of its own.
    public var threads = System.coreCount
    public var accessLog = AccessLogFormat.text
    /// Lets a second process listen on the same address, so that a new one can take over from an old one.
    public var sharesPort = false
    /// Speaks TLS; nil speaks plain HTTP.
    public var tls: TLSSettings?
    /// Proxies before the gateway whose word on clients is believed.
    public var trustedProxies: [AddressRange] = []
    /// Which fields these write.
    public var forwarded = ClientFieldChoice.x
    public var proxyProtocol = ProxyProtocol.off
    /// Of answers; nil compresses none.
    public var compression: ResponseCompression?
    public var http2 = HTTP2Use.withTLS
    /// Where `/live` and `/ready` are; nil leaves them out.
    public var admin: AdminAddress?
    /// How often the files of the certificate are looked at.
    var certificatePoll = Duration.seconds(1)
    /// A listening socket that the process was handed; comes before host and port.
    var socket: CInt?
    /// Where files of multipart bodies wait that are too large for memory. They have no names there.
    public var temporaryDirectory = FileManager.default.temporaryDirectory.path(percentEncoded: false)

    public init() {}
}

/// Where the process tells how it is. For machines that watch it, not for clients: without credentials.
public struct AdminAddress: Sendable, Hashable {
    public var host = "127.0.0.1"
    /// 0 takes any free port.
    public var port: Int

    public init(port: Int) {
        self.port = port
    }
}

/// Where a running gateway can be reached.
public struct ListeningAddress: Sendable, Hashable, CustomStringConvertible {
    public var host: String
    public var port: Int
    /// `https` or `http`.
    public var scheme: String

    init(_ address: SocketAddress?, _ configuration: ServerConfiguration) {
        scheme = configuration.tls == nil ? "http" : "https"
        host = configuration.host
        port = address?.port ?? configuration.port
    }

    /// `http://HOST:PORT` or `https://HOST:PORT`
    public var description: String {
        host.utf8.contains(UInt8(ascii: ":")) ? "\(scheme)://[\(host)]:\(port)" : "\(scheme)://\(host):\(port)"
    }
}

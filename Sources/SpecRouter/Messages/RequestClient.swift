/// Whence a request came, as far as the server knows: the connection's other end, or what a trusted proxy says of it.
///
/// A class: the requests of a connection share it.
public final class RequestClient: Sendable {
    /// As text, without a port: `192.0.2.1`, `2001:db8::1`.
    public let address: String
    /// How the client speaks to the first server that we trust: `http` or `https`.
    public let scheme: String
    /// What the client called that server, when a proxy has told; else the request's `Host` is it.
    public let host: String?
    /// The addresses of the servers that were believed, the client's first and that of the connection's other end last.
    package let route: [String]
    /// Whether the connection's other end is a proxy whose words are believed.
    package let isRelayed: Bool

    /// A client without a proxy that is believed.
    public convenience init(address: String, scheme: String) {
        self.init(route: [address], scheme: scheme, host: nil, isRelayed: false)
    }

    /// - Parameter route: not empty.
    package init(route: [String], scheme: String, host: String?, isRelayed: Bool) {
        address = route.first ?? ""
        self.scheme = scheme
        self.host = host
        self.route = route
        self.isRelayed = isRelayed
    }
}

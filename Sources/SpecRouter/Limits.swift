/// What a gateway accepts at most. Nothing is unlimited; `Limits()` holds the defaults.
public struct Limits: Sendable, Hashable {
    /// Request line and header fields together, in octets (414, 431).
    public var headBytes = 16 * 1024
    public var headerFields = 100
    /// One request's body, in octets (413), or one item of a stream of items.
    public var bodyBytes = 1024 * 1024
    /// One streamed body, in octets (413).
    public var streamBytes = 16 * 1024 * 1024 * 1024
    /// A whole multipart body, in octets (413). What of it is no file counts against `bodyBytes` as well.
    public var multipartBytes = 64 * 1024 * 1024
    /// Parts of one multipart body.
    public var parts = 1000
    /// Each part's header, in octets.
    public var partHeaderBytes = 8 * 1024
    /// Each part's content, in octets (413).
    public var partBytes = 64 * 1024 * 1024
    /// How many octets each octet of a compressed body may become, on average and beyond the first 64 KiB (413). What comes
    /// of it counts against the limits of bodies.
    public var decompressionRatio = 100
    /// What is kept in memory of one request's files, in octets; more goes to a temporary file.
    public var fileMemoryBytes = 256 * 1024
    /// Nesting of arrays and objects in JSON, and of elements in XML.
    public var jsonDepth = 128
    public var connections = 8192
    /// Of one client's address, further ones being closed: an IPv6 address stands for its network of 64 bits. Nil sets no
    /// bound but that of all connections, for gateways whose clients come through a balancer and share its address.
    public var connectionsPerAddress: Int?
    /// Requests that wait for a node or a verifier at the same time; further ones are refused at once (503), so that those
    /// that wait are answered in time.
    public var waitingRequests = 4096
    /// On one connection of HTTP/2.
    public var concurrentStreams = 100
    /// Streams that a client of HTTP/2 may reset in 30 seconds before its connection ends.
    public var streamResets = 200
    /// Of TLS, from the connection's start.
    public var handshakeTimeout = Duration.seconds(10)
    /// From the connection's start, or the previous response, to the end of the head.
    public var headTimeout = Duration.seconds(30)
    /// The whole body has to arrive within this time.
    public var bodyTimeout = Duration.seconds(60)
    /// Between requests, and in the middle of a stream without progress.
    public var idleTimeout = Duration.seconds(60)
    /// Until the head of the answer, from the request's last octet or, of a streamed one, the last progress.
    public var nodeTimeout = Duration.seconds(30)
    /// After SIGTERM, how long requests in flight may take.
    public var drainTimeout = Duration.seconds(30)
    /// Between the wish to stop and no longer accepting, for balancers to hear of it from `/ready`.
    public var drainDelay = Duration.zero
    /// Violations listed in one problem.
    public var violations = 20
    /// A description's size in octets, each file of it.
    public var descriptionBytes = 64 * 1024 * 1024

    public init() {}
}

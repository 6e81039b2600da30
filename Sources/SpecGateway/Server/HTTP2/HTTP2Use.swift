/// Where HTTP/2 is spoken beside HTTP/1.
public enum HTTP2Use: String, Sendable, Hashable, CaseIterable {
    case never
    /// Where a client asks for it while TLS is agreed on.
    case withTLS
    /// Without TLS as well, with clients that begin with it (RFC 9113, section 3.3).
    case always
}

/// Another server, to which requests are handed on.
public struct Upstream: Sendable, Hashable {
    /// Where the operations' paths are: an http or https URL, with a base path where it has one.
    public let url: String
    public var connectTimeout = Duration.seconds(5)
    /// From the request to the head of the answer; nil leaves it to the limit `nodeTimeout`, which counts from the last
    /// progress of a streamed body.
    public var answerTimeout: Duration?
    /// Open at the same time; further requests wait for one of them within `connectTimeout`.
    public var connections = 128
    /// A file in PEM: the authorities that the certificate of an https upstream has to lead to; those of the system when nil.
    public var authorities: String?
    /// In octets, of an answer that has to be there as a whole to be checked.
    public var largestAnswer = 16 * 1024 * 1024
    public var credentials = Credentials.remove
    public var forwarded = ForwardedFields.x

    /// What becomes of credentials that the gateway has verified. Those that it accepts as they are stay.
    public enum Credentials: String, Sendable, Hashable, CaseIterable {
        case remove, pass
    }

    /// By which fields the upstream is told of the client.
    public enum ForwardedFields: String, Sendable, Hashable, CaseIterable {
        /// `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Forwarded-Host`.
        case x
        /// `Forwarded` (RFC 7239).
        case standard
        case both, none
    }

    /// `http://HOST:PORT`
    let origin: String
    /// Without a slash at its end.
    let basePath: [UInt8]

    /// Throws when the text is no http or https URL, or has a user, a query or a fragment in it.
    public init(_ url: String) throws(UpstreamError) {
        guard let address = WebAddress(url), !url.utf8.contains(UInt8(ascii: "?")),
            !url.utf8.contains(UInt8(ascii: "#")), let scheme = address.text.utf8.firstIndex(of: UInt8(ascii: ":"))
        else { throw UpstreamError() }
        let authority = address.text.utf8.index(scheme, offsetBy: 3)
        let end = address.text.utf8[authority...].firstIndex(of: UInt8(ascii: "/")) ?? address.text.utf8.endIndex
        self.url = address.text
        origin = String(address.text[..<end])
        var path = Array(address.text.utf8[end...])
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        basePath = path
    }
}

/// A text is no address of an upstream.
public struct UpstreamError: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String {
        "An upstream is an http or https URL without a user, a query or a fragment, as http://127.0.0.1:9000/base is."
    }
}

/// What a description may refer to.
public struct ReferencePolicy: Sendable, Hashable {
    /// Whence documents may be fetched, each as `https://example.com`.
    ///
    /// The origin of a description that is itself fetched is always among them: whoever gives its URL has named that
    /// origin, and it could as well say all of it in one document. Where redirects lead is not.
    public var origins: [String]
    /// References to files may not leave this directory; nil is that of the description.
    public var rootDirectory: String?

    public init(origins: [String] = [], rootDirectory: String? = nil) {
        self.origins = origins
        self.rootDirectory = rootDirectory
    }

    /// Whether a text is an origin: a scheme, http or https, a host, perhaps a port, and no more.
    package static func isOrigin(_ text: String) -> Bool {
        guard let rest = text.firstRange(of: "://")?.upperBound, WebAddress(text) != nil else { return false }
        let path = text[rest...].drop { !"/?#".contains($0) }
        return path.isEmpty || path == "/"
    }

    /// What is no origin allows nothing.
    var allowed: Set<WebAddress.Origin> {
        Set(origins.filter(Self.isOrigin).compactMap { WebAddress($0)?.origin })
    }
}

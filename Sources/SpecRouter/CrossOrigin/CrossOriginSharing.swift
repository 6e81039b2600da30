/// Which pages of other origins may read answers in a browser (Fetch standard, "CORS protocol").
///
/// Methods and header fields come from the description: what an operation declares may be sent, and what its answers
/// declare may be read.
public struct CrossOriginSharing: Sendable, Hashable {
    /// With whom answers are shared. That everybody gets them with credentials cannot be said: no browser allows it.
    public enum Audience: Sendable, Hashable {
        case everybody
        /// Origins as browsers write them: `https://app.example.com`, without a path.
        case origins([String])
        /// The same, for requests with cookies, passwords and client certificates.
        case originsWithCredentials([String])
    }

    public var audience: Audience
    /// Fields that may be sent beside those that the description has.
    public var headers: [String]
    /// Fields that may be read beside those that the description has.
    public var exposedHeaders: [String]
    /// How long a browser may remember what may be sent; its own choice when nil.
    public var maxAge: Duration?

    public init(
        with audience: Audience, headers: [String] = [], exposedHeaders: [String] = [], maxAge: Duration? = nil
    ) {
        self.audience = audience
        self.headers = headers
        self.exposedHeaders = exposedHeaders
        self.maxAge = maxAge
    }

    /// Whether nothing is shared with anybody.
    package var isVain: Bool { audience != .everybody && origins.isEmpty }

    var origins: Set<String> {
        switch audience {
        case .everybody: []
        case .origins(let origins), .originsWithCredentials(let origins): Set(origins)
        }
    }
}

import JSONCore
import OpenAPIModel
import SpecRouter

/// Fetches the keys that tokens are checked with, from where they may come.
struct KeyFetching: Sendable {
    /// Why keys could not be had.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// Whence keys may come though they do not come by https.
    let origins: Set<WebAddress.Origin>
    private let fetcher: Fetcher

    init(origins: Set<WebAddress.Origin>, send: @escaping Fetcher.Send = Fetcher.network) {
        var limits = FetchLimits()
        limits.maximumBytes = 1 << 20
        limits.timeout = .seconds(10)
        self.origins = origins
        fetcher = Fetcher(limits: limits, send: send)
    }

    /// Nil for what must not be asked: what is no URL, is not https and not allowed by name, or is of the link itself.
    func address(_ text: String) -> WebAddress? {
        guard let address = WebAddress(text), !address.origin.isLinkLocal else { return nil }
        return address.origin.scheme == "https" || origins.contains(address.origin) ? address : nil
    }

    /// A JSON Web Key Set.
    func keys(_ url: String, issuer: String? = nil) async throws -> FetchedKeys {
        let hop = try await body(url)
        return FetchedKeys(jwks: hop.body, issuer: issuer, lifetime: CacheControl.lifetime(hop))
    }

    /// The keys of an authorization server, by its metadata (RFC 8414; OpenID Connect Discovery 1.0, section 4).
    func keys(metadata url: String, of issuer: TokenRules.Issuer) async throws -> FetchedKeys {
        let body = try await body(url).body
        guard let metadata = try? JSON(parsing: body, options: JSONParser.Options(maximumDepth: 32)),
            let name = metadata["issuer"]?.string, let keys = metadata["jwks_uri"]?.string
        else {
            throw Fault(description: "\"\(url)\" is no metadata with an \"issuer\" and a \"jwks_uri\".")
        }
        guard MetadataIssuer.isTrue(name, of: url, expected: issuer) else {
            throw Fault(description: "\"\(url)\" is the metadata of another issuer.")
        }
        return try await self.keys(keys, issuer: name)
    }

    private func body(_ url: String) async throws -> Fetcher.Hop {
        guard let address = address(url) else {
            throw Fault(
                description: "\"\(url)\" is not asked for keys: it is not an https URL, and its origin is not allowed.")
        }
        do throws(FetchFault) {
            // What was allowed by name alone may not lead elsewhere.
            let (hop, _) = try await fetcher.followed(address, within: address.origin.scheme == "https" ? nil : origins)
            guard hop.status == 200 else { throw .status(hop.status) }
            return hop
        } catch {
            throw Fault(description: error.diagnostic(address.description).message)
        }
    }
}

/// Whether metadata is of the issuer that it names.
enum MetadataIssuer {
    /// Where no issuer was named, the metadata's place has to be derived from it: else whoever can put a document there
    /// could name any (RFC 8414, section 3.3; OpenID Connect Discovery 1.0, section 4.3).
    static func isTrue(_ issuer: String, of url: String, expected: TokenRules.Issuer) -> Bool {
        switch expected {
        case .any: return true
        case .among(let issuers): return issuers.contains(issuer)
        case .announced:
            let trimmed = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
            if url == "\(trimmed)/.well-known/openid-configuration" { return true }
            guard let address = WebAddress(trimmed) else { return false }
            let host = address.text.split(separator: "/", maxSplits: 3).prefix(2).joined(separator: "//")
            let path = trimmed.dropFirst(host.count)
            return ["oauth-authorization-server", "openid-configuration"].contains { name in
                url == "\(host)/.well-known/\(name)\(path)"
            }
        }
    }
}

/// How long an answer is fresh (RFC 9111, section 5.2.2).
enum CacheControl {
    /// Nil when it does not say.
    static func lifetime(_ hop: Fetcher.Hop) -> Duration? {
        guard let field = hop.firstField("cache-control")?.lowercased() else { return nil }
        let directives = field.split(separator: ",").map { $0.drop { $0 == " " } }
        if directives.contains(where: { $0.hasPrefix("no-store") || $0.hasPrefix("no-cache") }) { return .zero }
        guard let age = directives.first(where: { $0.hasPrefix("max-age=") }), let seconds = Int(age.dropFirst(8)),
            (0...1_000_000_000).contains(seconds)
        else { return nil }
        return .seconds(seconds)
    }
}

import SpecRouter

/// Fetches a description, conditionally when it is known already, and follows redirects itself: no credential goes to
/// another origin than the one it was meant for.
struct Fetcher: Sendable {
    /// One request without redirects. At most `maximumBytes` of the answer are read.
    typealias Send = @Sendable (_ url: String, _ fields: [HeaderField], _ limits: FetchLimits) async throws -> Hop

    /// What one request was answered.
    struct Hop: Sendable {
        var status: Int
        var fields: [HeaderField]
        var body: [UInt8]

        func firstField(_ name: String) -> String? {
            fields.first { $0.name.equalsASCIIFolded(name) }?.value
        }
    }

    enum Result {
        case unchanged
        case description([UInt8], Validators?)
    }

    var limits: FetchLimits
    var send: Send

    /// Redirects lead to those origins only; nil lets them lead anywhere but into the machine's own network.
    func fetch(
        _ address: WebAddress, credential: HeaderCredential?, known: Validators?,
        within origins: Set<WebAddress.Origin>? = nil
    ) async throws(FetchFault) -> Result {
        let (hop, address) = try await followed(address, credential: credential, known: known, within: origins)
        return try result(hop, address, known)
    }

    /// What is answered at the end of the redirects, whatever its status, and where that is.
    func followed(
        _ address: WebAddress, credential: HeaderCredential? = nil, known: Validators? = nil,
        within origins: Set<WebAddress.Origin>? = nil
    ) async throws(FetchFault) -> (Hop, WebAddress) {
        var address = address
        var credential = credential
        for _ in 0...limits.redirects {
            let hop = try await answer(address, fields(address, credential, known))
            guard let next = try redirect(hop, from: address) else { return (hop, address) }
            guard origins?.contains(next.origin) ?? (next.origin == address.origin || !next.origin.isLinkLocal)
            else { throw .badRedirect }
            if next.origin != address.origin { credential = nil }
            address = next
        }
        throw .tooManyRedirects(limits.redirects)
    }

    private func fields(
        _ address: WebAddress, _ credential: HeaderCredential?, _ known: Validators?
    ) -> [HeaderField] {
        var fields: [HeaderField] = [
            ("Accept", "application/json, application/yaml, text/yaml;q=0.9, */*;q=0.5"),
            ("User-Agent", "specrouter"),
        ]
        if let credential { fields.append((credential.field, credential.secret.revealed)) }
        guard let known, known.url == address.text else { return fields }
        if let tag = known.entityTag { fields.append(("If-None-Match", tag)) }
        if let date = known.lastModified { fields.append(("If-Modified-Since", date)) }
        return fields
    }

    private func answer(_ address: WebAddress, _ fields: [HeaderField]) async throws(FetchFault) -> Hop {
        do {
            return try await send(address.text, fields, limits)
        } catch let fault as FetchFault {
            throw fault
        } catch {
            throw .unreachable("\(error)")
        }
    }

    private func redirect(_ hop: Hop, from address: WebAddress) throws(FetchFault) -> WebAddress? {
        guard [301, 302, 303, 307, 308].contains(hop.status) else { return nil }
        guard let location = hop.firstField("location"), let next = address.resolving(location),
            next.origin.scheme == "https" || address.origin.scheme == "http"
        else { throw .badRedirect }
        return next
    }

    private func result(_ hop: Hop, _ address: WebAddress, _ known: Validators?) throws(FetchFault) -> Result {
        switch hop.status {
        case 200:
            let validators = Validators(
                url: address.text, entityTag: hop.firstField("etag"), lastModified: hop.firstField("last-modified"))
            return .description(hop.body, validators)
        case 304 where known != nil: return .unchanged
        case 401, 403: throw .refused(hop.status)
        case 404, 410: throw .notFound(hop.status)
        default: throw .status(hop.status)
        }
    }
}

/// What fetching a description may cost.
public struct FetchLimits: Sendable, Hashable {
    /// Of a description; also of the documents together that it refers to.
    public var maximumBytes = 64 << 20
    /// For one request, from the connection to the last byte.
    public var timeout = Duration.seconds(30)
    public var redirects = 5
    /// How many documents a description may refer to at URLs.
    public var documents = 256
    /// For all of those together.
    public var documentsTimeout = Duration.seconds(60)

    public init() {}
}

/// What a copy is compared by (RFC 9110, section 8.8), and whose answer it was.
struct Validators: Sendable, Hashable {
    var url: String
    var entityTag: String?
    var lastModified: String?
}

/// A header field whose value is a secret.
struct HeaderCredential: Sendable {
    var field: String
    var secret: Secret
}

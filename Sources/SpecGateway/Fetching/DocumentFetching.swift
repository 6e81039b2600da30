import FoundationEssentials
import OpenAPIModel

/// How the documents are fetched that a description refers to.
struct DocumentFetching: Sendable {
    let fetcher: Fetcher
    /// Whence they may come.
    let origins: Set<WebAddress.Origin>
    /// Where the description comes from; nil for a file.
    let home: WebAddress.Origin?
    /// Goes home only.
    let credential: HeaderCredential?
    let cache: SpecCache?

    /// For the references of a description in a file.
    init(_ fetcher: Fetcher, _ policy: ReferencePolicy, cache: SpecCache?) {
        self.init(fetcher, policy.allowed, home: nil, credential: nil, cache: cache)
    }

    /// For those of a description that was fetched.
    init(
        _ fetcher: Fetcher, _ policy: ReferencePolicy, from address: WebAddress, _ credential: HeaderCredential?,
        cache: SpecCache?
    ) {
        let origins = policy.allowed.union([address.origin])
        self.init(fetcher, origins, home: address.origin, credential: credential, cache: cache)
    }

    private init(
        _ fetcher: Fetcher, _ origins: Set<WebAddress.Origin>, home: WebAddress.Origin?,
        credential: HeaderCredential?, cache: SpecCache?
    ) {
        self.fetcher = fetcher
        self.origins = origins
        self.home = home
        self.credential = credential
        self.cache = cache
    }

    var limits: FetchLimits { fetcher.limits }

    /// Refuses what is not to be fetched, before anything is.
    func address(_ uri: String) throws(ReferenceFault) -> WebAddress {
        guard let address = WebAddress(uri) else {
            throw ReferenceFault(
                reason: "\"\(uri)\" is no http or https URL, and only those are fetched.",
                hint: "Refer to the document by its URL.")
        }
        guard origins.contains(address.origin) else {
            throw ReferenceFault(
                reason: "\"\(address)\" is not fetched: its origin is not allowed.",
                hint:
                    "Allow it with --allow-references \(address.origin), or as references.origins in the configuration."
            )
        }
        return address
    }

    /// Four at a time, in no order.
    func outcomes(
        of addresses: [WebAddress], known: [WebAddress: ReferencedDocuments.Outcome],
        by deadline: ContinuousClock.Instant
    ) async -> [(WebAddress, ReferencedDocuments.Outcome)] {
        await withTaskGroup(of: (WebAddress, ReferencedDocuments.Outcome).self) { group in
            var waiting = addresses.makeIterator()
            var outcomes: [(WebAddress, ReferencedDocuments.Outcome)] = []
            func start() {
                guard let address = waiting.next() else { return }
                let before = try? known[address]?.get()
                group.addTask { (address, await outcome(of: address, before, by: deadline)) }
            }
            for _ in 0..<4 { start() }
            while let outcome = await group.next() {
                outcomes.append(outcome)
                start()
            }
            return outcomes
        }
    }

    func keep(_ document: ReferencedDocuments.Document, of address: WebAddress) {
        let now = Int(Date().timeIntervalSince1970)
        cache?.keep(.init(bytes: document.bytes, validators: document.validators, fetched: now), of: address)
    }

    /// The last good copy serves while a document's server is down.
    private func outcome(
        of address: WebAddress, _ before: ReferencedDocuments.Document?, by deadline: ContinuousClock.Instant
    ) async -> ReferencedDocuments.Outcome {
        let kept = cache?.copy(of: address).map {
            ReferencedDocuments.Document(bytes: $0.bytes, validators: $0.validators)
        }
        let known = before ?? kept
        do throws(FetchFault) {
            let credential = address.origin == home ? credential : nil
            let result = try await timed(by: deadline).fetch(
                address, credential: credential, known: known?.validators, within: origins)
            switch (result, known) {
            case (.description(let bytes, let validators), _):
                return .success(.init(bytes: bytes, validators: validators))
            case (.unchanged, let known?): return .success(known)
            case (.unchanged, nil): throw .status(304)
            }
        } catch {
            if error.isOutage, before == nil, let kept { return .success(kept) }
            let diagnostic = error.diagnostic(address.description)
            return .failure(ReferenceFault(reason: diagnostic.message, hint: diagnostic.hint))
        }
    }

    private func timed(by deadline: ContinuousClock.Instant) -> Fetcher {
        var fetcher = fetcher
        fetcher.limits.timeout = max(.zero, min(limits.timeout, deadline - ContinuousClock.now))
        return fetcher
    }
}

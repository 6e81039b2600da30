import OpenAPIModel

/// The documents at URLs that one description refers to.
///
/// Reading a description asks for documents in the middle of its work, and fetching takes time: so it is read with what
/// has been fetched, the documents that it missed are fetched side by side, and it is read again, until it misses none.
actor ReferencedDocuments {
    /// Reads the description; `read` throws for the documents that there are not.
    typealias Loading = @Sendable (_ read: @escaping (_ uri: String) throws -> [UInt8]) -> LoadedDescription
    typealias Outcome = Swift.Result<Document, ReferenceFault>

    struct Document: Sendable {
        var bytes: [UInt8]
        var validators: Validators?
    }

    /// What asking again for all documents found.
    enum Look {
        case unchanged, changed
        case failure(Diagnostic)
    }

    /// How many documents may lie one behind the other.
    static let longestChain = 32

    let fetching: DocumentFetching
    private var documents: [WebAddress: Outcome] = [:]
    private var lastFault: ReferenceFault?

    init(_ fetching: DocumentFetching) {
        self.fetching = fetching
    }

    func load(_ loading: Loading) async -> LoadedDescription {
        let deadline = ContinuousClock.now + fetching.limits.documentsTimeout
        var (loaded, asked) = attempt(loading)
        for _ in 0..<Self.longestChain where !asked.missing.isEmpty {
            await fetch(asked.missing, by: deadline)
            (loaded, asked) = attempt(loading)
        }
        if !asked.missing.isEmpty {
            let fault = ReferenceFault(reason: "More than \(Self.longestChain) documents refer one to the next.")
            for address in asked.missing { documents[address] = .failure(fault) }
            (loaded, asked) = attempt(loading)
        }
        documents = documents.filter { asked.all.contains($0.key) }
        return loaded
    }

    /// Asks for each document again. Those that cannot be had now stay as they were.
    func look() async -> Look {
        let deadline = ContinuousClock.now + fetching.limits.documentsTimeout
        let (before, addresses) = (documents, Array(documents.keys))
        var fault: ReferenceFault?
        var hasChanged = false
        for (address, outcome) in await fetching.outcomes(of: addresses, known: before, by: deadline) {
            switch (outcome, before[address]) {
            case (.success(let new), .success(let old)?):
                hasChanged = hasChanged || new.bytes != old.bytes
                documents[address] = outcome
            case (.success, _):
                hasChanged = true
                documents[address] = outcome
            case (.failure(let new), .success?): fault = fault ?? new
            case (.failure, _): break
            }
        }
        defer { lastFault = fault }
        if hasChanged { return .changed }
        guard let fault, fault != lastFault else { return .unchanged }
        return .failure(Diagnostic(.error, .unreadableSource, fault.reason, hint: fault.hint))
    }

    /// For the next start.
    func keep() {
        for (address, outcome) in documents {
            guard case .success(let document) = outcome else { continue }
            fetching.keep(document, of: address)
        }
    }

    private func fetch(_ missing: [WebAddress], by deadline: ContinuousClock.Instant) async {
        let room = max(0, fetching.limits.documents - documents.count)
        for address in missing.dropFirst(room) {
            documents[address] = .failure(
                ReferenceFault(
                    reason: "The description refers to more than \(fetching.limits.documents) documents at URLs."))
        }
        let outcomes = await fetching.outcomes(of: Array(missing.prefix(room)), known: [:], by: deadline)
        for (address, outcome) in outcomes { documents[address] = fits(outcome) ? outcome : .failure(tooLarge) }
    }

    private func fits(_ outcome: Outcome) -> Bool {
        guard case .success(let document) = outcome else { return true }
        let octets = documents.values.reduce(document.bytes.count) { sum, other in
            sum + ((try? other.get())?.bytes.count ?? 0)
        }
        return octets <= fetching.limits.maximumBytes
    }

    private var tooLarge: ReferenceFault {
        ReferenceFault(
            reason:
                "The documents that the description refers to have more than \(fetching.limits.maximumBytes) bytes.",
            hint: "Raise limits.description in the configuration.")
    }

    /// Which documents were asked for, and which of them there are not.
    private struct Asked {
        var all: Set<WebAddress> = []
        var missing: [WebAddress] = []
    }

    private func attempt(_ loading: Loading) -> (LoadedDescription, Asked) {
        let (documents, fetching) = (documents, fetching)
        var asked = Asked()
        let loaded = loading { uri in
            let address = try fetching.address(uri)
            let isNew = asked.all.insert(address).inserted
            if let outcome = documents[address] { return try outcome.get().bytes }
            if isNew { asked.missing.append(address) }
            throw ReferenceFault(reason: "\"\(address)\" has not been fetched.")
        }
        return (loaded, asked)
    }
}

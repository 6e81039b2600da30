import FoundationEssentials
import OpenAPIModel
import SpecRouter

/// What one iteration over a remote source's revisions knows.
actor RemoteWatch {
    private let source: RemoteSource
    private let address: WebAddress
    private let fetcher: Fetcher
    private let credential: HeaderCredential?
    /// What the description refers to.
    private let references: ReferencedDocuments
    private var isFirst = true
    private var known: Validators?
    private var bytes: [UInt8]?
    private var fault: FetchFault?
    private var failures = 0
    /// Of the overlays when they were last read.
    private var stamps: [String: FileStamp] = [:]

    init(_ source: RemoteSource, _ address: WebAddress, _ credential: HeaderCredential?) {
        self.source = source
        self.address = address
        self.credential = credential
        fetcher = Fetcher(limits: source.limits, send: source.send)
        references = ReferencedDocuments(
            DocumentFetching(fetcher, source.references, from: address, credential, cache: source.cache))
    }

    /// The next revision; nil once the task is cancelled.
    func next() async -> SpecRevision? {
        if isFirst {
            isFirst = false
            return await start()
        }
        while !Task.isCancelled {
            try? await Task.sleep(for: delay)
            if let revision = await look(), !Task.isCancelled { return revision }
        }
        return nil
    }

    /// After a failure the source is asked again soon, then less and less often.
    private var delay: Duration {
        failures == 0 ? source.poll : min(source.poll, .seconds(1 << min(failures - 1, 10)))
    }

    private func start() async -> SpecRevision {
        let copy = source.cache?.copy(of: address)
        do throws(FetchFault) {
            switch try await fetcher.fetch(address, credential: credential, known: copy?.validators) {
            case .description(let bytes, let validators): return await read(bytes, validators)
            case .unchanged: return await read(copy?.bytes ?? [], copy?.validators)
            }
        } catch {
            note(error)
            guard error.isOutage, let copy else { return .failure(error.diagnostic(source.name)) }
            return await lastGood(copy, error)
        }
    }

    /// Nil when nothing changed, or the same failure goes on.
    private func look() async -> SpecRevision? {
        do throws(FetchFault) {
            let result = try await fetcher.fetch(address, credential: credential, known: known)
            let wasFailing = fault != nil
            note(nil)
            let look = await references.look()
            guard case .description(let bytes, let validators) = result else { return await unchanged(look) }
            known = validators
            guard bytes != self.bytes || wasFailing && self.bytes == nil else { return await unchanged(look) }
            return await read(bytes, validators)
        } catch {
            guard !Task.isCancelled else { return nil }
            let isNew = error != fault
            note(error)
            return isNew ? .failure(error.diagnostic(source.name)) : nil
        }
    }

    /// The known description, where what it refers to or one of its overlays has changed; else nil.
    private func unchanged(_ look: ReferencedDocuments.Look) async -> SpecRevision? {
        guard let bytes else { return nil }
        switch look {
        case .changed: return await read(bytes, known)
        case .unchanged where source.overlays.stamps == stamps: return nil
        case .failure(let diagnostic) where source.overlays.stamps == stamps: return .failure(diagnostic)
        case .unchanged, .failure: return await read(bytes, known)
        }
    }

    private func note(_ fault: FetchFault?) {
        self.fault = fault
        failures = fault == nil ? 0 : failures + 1
    }

    private func read(_ bytes: [UInt8], _ validators: Validators?) async -> SpecRevision {
        let loaded = await load(bytes)
        self.bytes = bytes
        known = validators
        if loaded.document != nil {
            let now = Int(Date().timeIntervalSince1970)
            source.cache?.keep(.init(bytes: bytes, validators: validators, fetched: now), of: address)
            await references.keep()
        }
        return .description(loaded)
    }

    private func lastGood(_ copy: SpecCache.Copy, _ fault: FetchFault) async -> SpecRevision {
        bytes = copy.bytes
        known = copy.validators
        let loaded = await load(copy.bytes)
        var warning = fault.diagnostic(source.name, .warning)
        let date = Date(timeIntervalSince1970: TimeInterval(copy.fetched)).formatted(.iso8601)
        warning.message += " The copy that was fetched at \(date) is served in its place."
        return .description(
            LoadedDescription(document: loaded.document, diagnostics: [warning] + loaded.diagnostics))
    }

    private func load(_ bytes: [UInt8]) async -> LoadedDescription {
        stamps = source.overlays.stamps
        let (uri, name, options) = (address.text, source.name, source.reading)
        return await references.load { read in
            DescriptionLoader.load(bytes: bytes, uri: uri, name: name, options: options, readFile: read)
        }
    }
}

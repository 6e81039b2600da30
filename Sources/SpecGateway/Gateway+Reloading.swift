import Logging
import OpenAPIModel
import SpecRouter

/// Changes of descriptions and credentials, taken over while the gateway serves.
extension Gateway {
    private enum Event: Sendable {
        case revision(Int, SpecRevision)
        case credentials(CredentialWatch.Revision)
        case reload
    }

    private enum End: Equatable {
        case shutdown, reload
    }

    /// Takes over changes until the task is cancelled.
    func follow(
        _ start: ServedSpecs, _ streams: [AsyncStream<SpecRevision>], _ wishes: AsyncStream<Void>, _ live: LiveAPI,
        _ server: HTTPServer, _ status: GatewayStatus
    ) async {
        var state = start
        var streams = streams
        while await watch(streams, wishes, &state, live, status) == .reload {
            await server.renewCertificate()
            streams = await restart(&state, live, status)
        }
    }

    /// Takes over what the sources yield until there is a wish to read all anew.
    private func watch(
        _ streams: [AsyncStream<SpecRevision>], _ wishes: AsyncStream<Void>, _ state: inout ServedSpecs,
        _ live: LiveAPI, _ status: GatewayStatus
    ) async -> End {
        let (events, continuation) = AsyncStream.makeStream(of: Event.self)
        return await withTaskGroup(of: Void.self) { group in
            for (index, stream) in streams.enumerated() {
                group.addTask { for await revision in stream { continuation.yield(.revision(index, revision)) } }
            }
            if let credentials {
                group.addTask {
                    for await revision in credentials.revisions() { continuation.yield(.credentials(revision)) }
                }
            }
            group.addTask {
                for await _ in wishes { break }
                continuation.yield(.reload)
            }
            defer { group.cancelAll() }
            for await event in events {
                switch event {
                case .revision(let index, let revision): await take([(index, revision)], &state, live, status)
                case .credentials(let revision): await take(revision, &state, live)
                case .reload: return .reload
                }
            }
            return .shutdown
        }
    }

    /// Reads all descriptions anew.
    private func restart(
        _ state: inout ServedSpecs, _ live: LiveAPI, _ status: GatewayStatus
    ) async -> [AsyncStream<SpecRevision>] {
        let streams = specs.map { $0.source.revisions() }
        let revisions = await ServedSpecs.first(streams)
        if revisions.count == streams.count {
            await take(Array(revisions.enumerated()).map { ($0.offset, $0.element) }, &state, live, status)
        }
        return streams
    }

    private func take(
        _ revisions: [(Int, SpecRevision)], _ state: inout ServedSpecs, _ live: LiveAPI, _ status: GatewayStatus
    ) async {
        var loaded: [(Int, LoadedDescription)] = []
        for (index, revision) in revisions {
            switch revision {
            case .description(let description): loaded.append((index, description))
            case .failure(let diagnostic): logUnreadable(specs[index].source.name, diagnostic)
            }
        }
        guard !loaded.isEmpty else { return }
        let names = loaded.map { specs[$0.0].source.name }.joined(separator: ", ")
        let before = state.served
        let compilation = state.take(loaded)
        report(compilation.diagnostics)
        guard let api = compilation.api else {
            return logger.error(
                "A changed description cannot be served; the last good one stays.", metadata: ["source": "\(names)"])
        }
        let changes = ReloadChanges(from: before, to: state.served)
        await live.replace(with: api)
        tell(status, state)
        logger.info("The descriptions were reloaded.", metadata: changes.metadata(source: names))
        reportRemarks(on: loaded)
    }

    private func take(_ revision: CredentialWatch.Revision, _ state: inout ServedSpecs, _ live: LiveAPI) async {
        switch revision {
        case .failure(let diagnostics):
            report(diagnostics)
            logger.error("The changed credentials cannot be used; the last good ones stay.")
        case .restart(let settings):
            logger.warning(
                "What the configuration file says here has changed, and counts from the next start on.",
                metadata: ["settings": "\(settings.joined(separator: ", "))"])
        case .verifiers(let verifiers):
            let compilation = state.take(verifiers)
            guard let api = compilation.api else {
                report(compilation.diagnostics)
                return logger.error("The changed credentials cannot be used; the last good ones stay.")
            }
            await live.replace(with: api)
            logger.info("The credentials were reloaded.")
        }
    }

    func reportRemarks(on loaded: [(Int, LoadedDescription)]) {
        let remarks = remarks(on: loaded)
        if !remarks.isEmpty { report(remarks) }
        FreedMemory.giveBack()
    }

    private func logUnreadable(_ name: String, _ diagnostic: Diagnostic) {
        report([diagnostic])
        logger.warning(
            "A description could not be read; the last good one stays.",
            metadata: ["source": "\(name)", "reason": "\(diagnostic.code)"])
    }
}

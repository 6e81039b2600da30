import Logging
import OpenAPIModel
import ServiceLifecycle
import SpecRouter
import UnixSignals

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension Gateway {
    /// Serves until the service group shuts down or the task is cancelled.
    ///
    /// Throws a ``DiagnosticError`` when the descriptions cannot be served, and a ``ServerError`` when the address
    /// cannot be listened on.
    public func run() async throws {
        let status = GatewayStatus()
        let admin = try await startAdmin(status)
        do {
            try await serve(status, ServiceManager.current)
        } catch {
            await admin?.drain()
            throw error
        }
        await admin?.drain()
    }

    private func serve(_ status: GatewayStatus, _ manager: ServiceManager) async throws {
        let wishes = reloads.wishes()
        let streams = specs.map { $0.source.revisions() }
        guard let (state, compilation) = try await start(streams), let api = compilation.api else { return }
        report(compilation.diagnostics + cautions)
        let live = LiveAPI(api)
        var address = self.server
        address.socket = manager.listeningSocket
        let server = try await HTTPServer.start(address, limits: limits, live: live, logger: logger)
        announce(server.address)
        tell(status, state)
        manager.notify("READY=1")
        reportRemarks(on: Array(state.served.enumerated()).map { ($0.offset, $0.element) })
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await maintainKeys() }
                group.addTask { await server.watchCertificate() }
                await follow(state, streams, wishes, live, server, status)
                group.cancelAll()
            }
        }
        await stopBeingReady(status, manager)
        await server.drain()
    }

    private func maintainKeys() async {
        await SecurityConfiguration.maintain(specs.map(\.security)) { scheme, reason in
            logger.warning(
                "The keys of tokens could not be fetched.", metadata: ["scheme": "\(scheme)", "reason": "\(reason)"])
        }
    }

    /// Nil when the service is shut down before the descriptions have come.
    private func start(_ streams: [AsyncStream<SpecRevision>]) async throws -> (ServedSpecs, Compilation)? {
        try await cancelWhenGracefulShutdown {
            var state = ServedSpecs(self)
            do {
                let compilation = try await state.start(streams)
                return (state, compilation)
            } catch {
                if Task.isCancelled { return nil }
                throw error
            }
        }
    }

    /// Takes over changes until the task is cancelled.
    private func follow(
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

    /// Runs as a process does: SIGTERM and SIGINT finish what is in flight and return, SIGHUP reloads. What forbids to
    /// start is written to stderr, and the process ends with status 1.
    public func runService() async throws {
        // Some more than the connections: descriptions, logs, the event loops themselves.
        OpenFileLimit.raise(to: limits.connections + 256)
        do {
            try await ServiceGroup(configuration: groupConfiguration).run()
        } catch let error as DiagnosticError {
            Diagnostic.writeToStandardError(error.diagnostics)
            exit(1)
        } catch let error as ServerError {
            StandardStream.error.write(Array("error: \(error)\n".utf8))
            exit(1)
        }
    }

    private var groupConfiguration: ServiceGroupConfiguration {
        let services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: self, successTerminationBehavior: .gracefullyShutdownGroup),
            .init(service: HangupService(reloads: reloads), successTerminationBehavior: .ignore),
        ]
        var quiet = logger
        quiet.logLevel = max(quiet.logLevel, .warning)
        return ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    }
}

/// Turns SIGHUP into a wish to reload.
private struct HangupService: Service {
    let reloads: ReloadTrigger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sighup) { reloads.fire() }
        }
    }
}

extension Gateway {
    private enum Event: Sendable {
        case revision(Int, SpecRevision)
        case credentials(CredentialWatch.Revision)
        case reload
    }

    private enum End: Equatable {
        case shutdown, reload
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

    private func reportRemarks(on loaded: [(Int, LoadedDescription)]) {
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

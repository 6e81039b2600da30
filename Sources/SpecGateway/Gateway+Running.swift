import Logging
import OpenAPIModel
import ServiceLifecycle
import SpecRouter

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
}

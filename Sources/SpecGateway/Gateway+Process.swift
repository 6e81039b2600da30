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
    /// Runs as a process does: SIGTERM and SIGINT finish what is in flight and return, SIGHUP reloads. What forbids to
    /// start is written to stderr, and the process ends with status 1.
    public func runService() async throws {
        raiseOpenFileLimit()
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

    private func raiseOpenFileLimit() {
        // Some more than the connections: descriptions, logs, the event loops themselves.
        let wanted = limits.connections + 256
        let allowed = OpenFileLimit.raise(to: wanted)
        guard allowed < wanted else { return }
        logger.warning(
            "The system lets this process open fewer files than the limit \"connections\" needs: clients above that wait.",
            metadata: ["allowed": "\(allowed)", "needed": "\(wanted)"])
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

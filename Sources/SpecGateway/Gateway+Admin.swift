import OpenAPIModel
import SpecRouter

extension Gateway {
    /// Listens on the admin address, where one is given, before the descriptions are there.
    ///
    /// One event loop and no access log: what asks there asks every few seconds.
    func startAdmin(_ status: GatewayStatus) async throws -> HTTPServer? {
        guard let address = server.admin else { return nil }
        var configuration = ServerConfiguration()
        configuration.host = address.host
        configuration.port = address.port
        configuration.threads = 1
        configuration.accessLog = .off
        let live = LiveAPI(try AdminAPI.compile(status))
        let admin = try await HTTPServer.start(configuration, limits: Limits(), live: live, logger: logger)
        announceAdmin(admin.address)
        return admin
    }

    func tell(_ status: GatewayStatus, _ state: ServedSpecs) {
        status.serves(
            zip(specs, state.served).compactMap { spec, loaded in loaded.document.map { (spec.name, $0) } })
    }

    /// Says that no more requests are wanted, and waits for those who send them to hear it.
    func stopBeingReady(_ status: GatewayStatus, _ manager: ServiceManager) async {
        status.stops()
        manager.notify("STOPPING=1")
        try? await Task.sleep(for: limits.drainDelay)
    }
}

import OpenAPIModel
import Synchronization

/// What the gateway is doing, for those who ask on the admin address. Nothing on the request path reads it.
///
/// A class: the gateway writes it, the admin address's nodes read it.
final class GatewayStatus: Sendable {
    enum Phase: String, Encodable {
        /// The descriptions are not there yet.
        case starting
        case ready
        /// Requests are finished, and soon no longer taken.
        case stopping
    }

    struct Description: Encodable {
        var name: String
        var version: String
        var operations: Int
    }

    /// The body of `/ready`.
    struct Readiness: Encodable {
        var status = Phase.starting
        var descriptions: [Description] = []
    }

    private let state = Mutex(Readiness())

    var readiness: Readiness { state.withLock { $0 } }

    func serves(_ specs: [(name: String?, document: OpenAPIDocument)]) {
        let descriptions = specs.map { name, document in
            Description(
                name: name ?? document.title, version: document.apiVersion, operations: document.operations.count)
        }
        state.withLock { state in
            state.descriptions = descriptions
            if state.status == .starting { state.status = .ready }
        }
    }

    func stops() {
        state.withLock { $0.status = .stopping }
    }
}

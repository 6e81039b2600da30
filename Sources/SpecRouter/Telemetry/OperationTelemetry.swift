import CoreMetrics

/// Counts and times the answers of one operation.
///
/// The labels are method, route template and node id, and for the counter the status class: never a raw path, a token or a
/// body. The handles are made when the API compiles: bootstrap `MetricsSystem` before.
package struct OperationTelemetry: Sendable {
    private let duration: Timer
    /// By status class, 1xx first.
    private let requests: [Counter]
    /// Exchanges that broke the description, passed on or not.
    private let faults: Counter
    /// Streamed answers that were not sent to their end.
    private let cuts: Counter

    /// Of what no operation answers: `method` and `template` are empty then.
    init(
        method: String = "", template: String = "", node: String = "",
        factory: any MetricsFactory = MetricsSystem.factory
    ) {
        let labels = [("method", method), ("route", template), ("node", node)]
        duration = Timer(label: "specrouter_request_duration", dimensions: labels, factory: factory)
        cuts = Counter(label: "specrouter_cut_answers", dimensions: labels, factory: factory)
        requests = (1...5).map { hundreds in
            Counter(
                label: "specrouter_requests", dimensions: labels + [("status", "\(hundreds)xx")], factory: factory)
        }
        faults = Counter(label: "specrouter_faults", dimensions: labels, factory: factory)
    }

    package func recordCut() { cuts.increment() }

    /// - Parameter fault: what the log says went wrong inside.
    package func record(status: Int, nanoseconds: Int64, fault: String?) {
        duration.recordNanoseconds(nanoseconds)
        if fault != nil { faults.increment() }
        let index = status / 100 - 1
        if requests.indices.contains(index) { requests[index].increment() }
    }
}

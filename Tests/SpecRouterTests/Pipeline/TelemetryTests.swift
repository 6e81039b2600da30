import CoreMetrics
import Synchronization
import Testing

@testable import SpecRouter

@Suite("Telemetry")
struct TelemetryTests {
    /// Keeps what was recorded, by label and dimensions. A class: handles are shared by reference.
    final class Recorder: MetricsFactory, CounterHandler, TimerHandler, Sendable {
        let name: String
        let log: Log

        final class Log: Sendable {
            let lines = Mutex<[String]>([])
        }

        init(name: String = "", log: Log) {
            self.name = name
            self.log = log
        }

        private func handle(_ label: String, _ dimensions: [(String, String)]) -> Recorder {
            let values = dimensions.map { "\($0)=\($1)" }.joined(separator: ",")
            return Recorder(name: "\(label){\(values)}", log: log)
        }

        func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
            handle(label, dimensions)
        }
        func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { handle(label, dimensions) }
        func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
            NOOPMetricsHandler.instance
        }
        func destroyCounter(_ handler: any CounterHandler) {}
        func destroyTimer(_ handler: any TimerHandler) {}
        func destroyRecorder(_ handler: any RecorderHandler) {}

        func increment(by amount: Int64) { log.lines.withLock { $0.append("\(name) +\(amount)") } }
        func reset() {}
        func recordNanoseconds(_ duration: Int64) { log.lines.withLock { $0.append("\(name) \(duration)") } }
    }

    @Test("an answer is counted by its status class and timed, under the operation's names")
    func recordsAnswers() {
        let log = Recorder.Log()
        let telemetry = OperationTelemetry(
            method: "GET", template: "/pets/{petId}", node: "pets.get", factory: Recorder(log: log))
        telemetry.record(status: 404, nanoseconds: 1500, fault: nil)
        let labels = "method=GET,route=/pets/{petId},node=pets.get"
        #expect(
            log.lines.withLock { $0 } == [
                "specrouter_request_duration{\(labels)} 1500", "specrouter_requests{\(labels),status=4xx} +1",
            ])
    }

    @Test("what went wrong inside is counted as a fault")
    func recordsFaults() {
        let log = Recorder.Log()
        let telemetry = OperationTelemetry(
            method: "GET", template: "/pets", node: "pets.list", factory: Recorder(log: log))
        telemetry.record(status: 200, nanoseconds: 1, fault: "The answer breaks its schema.")
        #expect(log.lines.withLock { $0 }.contains("specrouter_faults{method=GET,route=/pets,node=pets.list} +1"))
    }
}

import Logging
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import SpecGateway

@Suite struct EventLoopExecutorTests {
    private struct Recorder: LogHandler {
        final class Lines: Sendable {
            private let kept = Mutex<[String]>([])
            func add(_ line: String) { kept.withLock { $0.append(line) } }
            var all: [String] { kept.withLock { $0 } }
        }

        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { lines.add("\(event.message) \(event.metadata ?? [:])") }
    }

    @Test func `tells of a node that holds its event loop, and of no other`() {
        let lines = Recorder.Lines()
        let executor = EventLoopExecutor(
            MultiThreadedEventLoopGroup.singleton.next(), logger: Logger(label: "test") { _ in Recorder(lines: lines) })
        executor.check(.milliseconds(50))
        #expect(lines.all == [])
        executor.check(.milliseconds(70))
        #expect(lines.all.count == 1)
        #expect(lines.all.first?.contains("runs: .onPool") == true)
        #expect(lines.all.first?.contains("70") == true)
    }
}

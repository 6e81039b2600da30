import NIOCore
import NIOPosix
import Synchronization

/// Takes batches of lines from every event loop and writes them from a thread of its own, so that a slow reader of the
/// log never holds up a request.
///
/// A class: it owns the thread and the count of what waits.
final class AccessLogWriter: Sendable {
    /// More than this waiting to be written is dropped, and said.
    private static let capacity = 16 * 1024 * 1024

    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let waiting = Atomic<Int>(0)
    private let dropped = Atomic<Int>(0)
    private let output: @Sendable ([UInt8]) -> Void

    /// Writes to stderr unless told otherwise.
    init(output: @escaping @Sendable ([UInt8]) -> Void = AccessLogWriter.writeToStandardError) {
        self.output = output
        thread.start()
    }

    func write(_ lines: [UInt8]) {
        let size = lines.count
        guard waiting.load(ordering: .relaxed) + size <= Self.capacity else {
            dropped.wrappingAdd(1, ordering: .relaxed)
            return
        }
        waiting.wrappingAdd(size, ordering: .relaxed)
        thread.submit { _ in
            self.output(lines)
            self.waiting.wrappingSubtract(size, ordering: .relaxed)
            let dropped = self.dropped.exchange(0, ordering: .relaxed)
            if dropped > 0 { self.output(Array("specrouter: \(dropped) batches of access lines were dropped\n".utf8)) }
        }
    }

    /// Writes what waits, then ends the thread.
    func close() async {
        try? await thread.shutdownGracefully()
    }

    static func writeToStandardError(_ lines: [UInt8]) {
        StandardStream.error.write(lines)
    }
}

/// One event loop's lines that were not handed over yet.
struct AccessLogBatch {
    let format: AccessLogFormat
    let writer: AccessLogWriter
    private var lines: [UInt8] = []
    private var date = (second: Int.min, text: [UInt8]())
    static let size = 32 * 1024

    init(format: AccessLogFormat, writer: AccessLogWriter) {
        self.format = format
        self.writer = writer
    }

    var isEmpty: Bool { lines.isEmpty }
    var isFull: Bool { lines.count >= Self.size }

    mutating func append(_ entry: AccessLogEntry, at second: Int) {
        if date.second != second { date = (second, Self.text(of: second)) }
        entry.append(as: format, date: date.text, to: &lines)
    }

    mutating func flush() {
        guard !lines.isEmpty else { return }
        writer.write(lines)
        lines.removeAll(keepingCapacity: false)
        lines.reserveCapacity(Self.size)
    }

    /// RFC 3339, in seconds.
    private static func text(of second: Int) -> [UInt8] {
        let time = CalendarTime(second: second)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(time.year)-\(two(time.month))-\(two(time.day))"
        return Array("\(day)T\(two(time.hour)):\(two(time.minute)):\(two(time.second))Z".utf8)
    }
}

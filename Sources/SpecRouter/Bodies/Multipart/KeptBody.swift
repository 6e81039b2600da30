import Synchronization

/// A multipart body as it came, for a node that hands it on once it was checked.
struct KeptBody: Sendable {
    private var memory: [UInt8] = []
    /// Its beginning, when it is too large for memory.
    private var spooled: (file: SpooledFile, count: Int)?

    private static let piece = 64 * 1024

    init(_ bytes: [UInt8] = []) {
        memory = bytes
    }

    mutating func append(_ bytes: [UInt8], _ spool: FileSpool?, _ limits: Limits) async throws {
        memory += bytes
        guard let spool, memory.count > limits.fileMemoryBytes else { return }
        let file = if let spooled { spooled.file } else { try await spool.open() }
        try await file.append(memory)
        spooled = (file, (spooled?.count ?? 0) + memory.count)
        memory = []
    }

    /// All of it, once.
    var stream: BodyStream {
        guard let spooled else { return BodyStream(memory) }
        let total = spooled.count + memory.count
        let position = Mutex(0)
        return BodyStream(length: total) { [memory] in
            let next = position.withLock { position in
                let start = position
                position = start < spooled.count ? min(start + Self.piece, spooled.count) : total
                return start..<position
            }
            if next.isEmpty { return nil }
            return next.lowerBound < spooled.count ? try await spooled.file.read(next) : memory
        }
    }
}

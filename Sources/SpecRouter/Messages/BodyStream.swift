import Synchronization

/// A body as it arrives: chunks of octets, each asked of the sender only when the one before it was taken.
///
/// It passes once: a second loop goes on where the first one stopped. Read it from one task at a time. It throws a
/// ``Problem`` when the body breaks the description or a limit, or ends before it is complete; a node that does not catch
/// it answers with that problem.
public struct BodyStream: AsyncSequence, Sendable {
    public typealias Element = [UInt8]

    /// In octets, when the sender has announced it.
    public let length: Int?
    private let nextChunk: @Sendable () async throws -> [UInt8]?

    /// - Parameter next: the next chunk, nil at the end and ever after; never called by two tasks at once.
    public init(length: Int? = nil, next: @escaping @Sendable () async throws -> [UInt8]?) {
        self.length = length
        nextChunk = next
    }

    /// A body that is there already.
    public init(_ bytes: [UInt8]) {
        let rest = Remainder(bytes)
        self.init(length: bytes.count) { rest.take() }
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let nextChunk: @Sendable () async throws -> [UInt8]?

        public mutating func next() async throws -> [UInt8]? {
            try await nextChunk()
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(nextChunk: nextChunk) }

    /// All that is still to come; a problem (413) when it is more than `limit` octets.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        if let length, length > limit { throw Problem.contentTooLarge(limit: limit) }
        var bytes: [UInt8] = []
        for try await chunk in self {
            guard chunk.count <= limit - bytes.count else { throw Problem.contentTooLarge(limit: limit) }
            bytes += chunk
        }
        return bytes
    }
}

/// A body that is given once. A class: the copies of its stream share it.
private final class Remainder: Sendable {
    private let bytes: Mutex<[UInt8]?>

    init(_ bytes: [UInt8]) {
        self.bytes = Mutex(bytes.isEmpty ? nil : bytes)
    }

    func take() -> [UInt8]? { bytes.withLock { $0.take() } }
}

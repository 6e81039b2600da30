/// The body of an answer that is made while it is sent.
public struct ResponseStream: Sendable {
    /// In octets, when it is known before; sent as `Content-Length`.
    public let length: Int?
    private let produce: @Sendable (BodyWriter) async -> Outcome

    /// How a stream ended.
    public struct Outcome: Sendable {
        /// Whether all of it was sent: the message may be ended as a whole one.
        public var isComplete: Bool
        /// What went wrong, for the log only.
        public var fault: String?

        public init(isComplete: Bool, fault: String? = nil) {
            self.isComplete = isComplete
            self.fault = fault
        }
    }

    package init(length: Int? = nil, reporting produce: @escaping @Sendable (BodyWriter) async -> Outcome) {
        self.length = length
        self.produce = produce
    }

    public init(length: Int? = nil, write: @escaping @Sendable (BodyWriter) async throws -> Void) {
        self.init(length: length) { writer in
            do {
                try await write(writer)
                return Outcome(isComplete: true)
            } catch {
                return Outcome(isComplete: false, error)
            }
        }
    }

    /// Makes the body and hands it to `writer`, once. More or fewer octets than ``length`` are a fault.
    public func send(to writer: BodyWriter) async -> Outcome {
        await produce(writer)
    }

    /// Runs where the node was registered to run.
    func placed(_ placement: NodePlacement) -> ResponseStream {
        guard placement == .onPool else { return self }
        let produce = produce
        return ResponseStream(length: length) { writer in
            await withTaskExecutorPreference(globalConcurrentExecutor) { await produce(writer) }
        }
    }
}

/// Where a streaming node writes its answer.
public struct BodyWriter: Sendable {
    private let send: @Sendable ([UInt8]) async throws -> Void

    /// - Parameter send: returns when there is room for more; throws when nobody takes it any more.
    public init(send: @escaping @Sendable ([UInt8]) async throws -> Void) {
        self.send = send
    }

    /// Returns once there is room for more, so that a slow client slows down the node. Throws when the client is gone.
    public func write(_ bytes: [UInt8]) async throws {
        try await send(bytes)
    }

    public func write(_ text: String) async throws {
        try await send(Array(text.utf8))
    }
}

/// Why no more of a body comes, or of an answer is taken: the client has gone, took too long, or has its answer.
public struct ClientGone: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String { "The exchange is over: the client has gone, or has its answer." }

    public init() {}
}

extension ResponseStream.Outcome {
    /// A client that goes is no fault of the node's.
    package init(isComplete: Bool, _ error: any Error) {
        let isFault = !(error is ClientGone) && !(error is CancellationError)
        self.init(
            isComplete: isComplete, fault: isFault ? "The node threw in the middle of its answer: \(error)" : nil)
    }
}

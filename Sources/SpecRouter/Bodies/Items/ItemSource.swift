import JSONCore

/// What makes the items of an answer.
package struct ItemSource: Sendable {
    let produce: @Sendable (ItemWriter) async throws -> Void
}

/// Where a node writes the items of its answer.
public struct ItemWriter: Sendable {
    private let send: @Sendable (JSON, [UInt8]) async throws -> Void

    init(send: @escaping @Sendable (JSON, [UInt8]) async throws -> Void) {
        self.send = send
    }

    /// Checks the item and sends it. Returns once there is room for more; throws when the item breaks the description, or
    /// the client is gone.
    public func write(_ item: some Encodable) async throws {
        let (json, text) = try JSONCoding.encode(item)
        try await send(json, text)
    }
}

public import HTTPTypes

extension NodeResponse {
    /// An answer whose body is sent chunk by chunk, each asked of `body` only when the client has taken those before.
    ///
    /// - Parameter length: in octets, when it is known; a stream that turns out longer or shorter is cut off.
    public static func stream<Chunks: AsyncSequence & Sendable>(
        _ body: Chunks, contentType: String, length: Int? = nil, status: HTTPResponse.Status = .ok,
        headerFields: HTTPFields = [:]
    ) -> NodeResponse where Chunks.Element == [UInt8] {
        stream(contentType: contentType, length: length, status: status, headerFields: headerFields) { writer in
            for try await chunk in body { try await writer.write(chunk) }
        }
    }

    /// An answer whose body `write` writes while it is sent. When it throws, the connection ends in the middle of the
    /// answer, so that no client takes it for a whole one.
    public static func stream(
        contentType: String, length: Int? = nil, status: HTTPResponse.Status = .ok, headerFields: HTTPFields = [:],
        _ write: @escaping @Sendable (BodyWriter) async throws -> Void
    ) -> NodeResponse {
        NodeResponse(
            status: status, headerFields: headerFields, contentType: contentType,
            body: .stream(ResponseStream(length: length, write: write)))
    }
}

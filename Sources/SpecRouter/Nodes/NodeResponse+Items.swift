public import HTTPTypes

extension NodeResponse {
    /// An answer of items in a sequential media type (`application/jsonl`, `application/x-ndjson`,
    /// `application/json-seq`, `text/event-stream`), each asked of `items`, checked and sent when the client has taken
    /// those before. An item of `text/event-stream` is a ``ServerSentEvent``, or encodes as one does.
    ///
    /// An item that breaks the description is not sent: the answer is cut off there, or ends with `event: error` by the
    /// policy `brokenEvents`.
    public static func items<Items: AsyncSequence & Sendable>(
        _ items: Items, contentType: String = "application/jsonl", status: HTTPResponse.Status = .ok,
        headerFields: HTTPFields = [:]
    ) -> NodeResponse where Items.Element: Encodable {
        self.items(contentType: contentType, status: status, headerFields: headerFields) { writer in
            for try await item in items { try await writer.write(item) }
        }
    }

    /// The same, with a closure that writes the items.
    public static func items(
        contentType: String = "application/jsonl", status: HTTPResponse.Status = .ok, headerFields: HTTPFields = [:],
        _ write: @escaping @Sendable (ItemWriter) async throws -> Void
    ) -> NodeResponse {
        NodeResponse(
            status: status, headerFields: headerFields, contentType: contentType,
            body: .items(ItemSource(produce: write)))
    }
}

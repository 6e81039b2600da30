public import JSONCore

/// The items of a streamed body, one after the other, each checked.
///
/// It passes once. At an item that does not meet the description it throws a ``Problem`` with the item's index.
public struct ItemStream<Element: Sendable>: AsyncSequence, Sendable {
    private let nextItem: @Sendable () async throws -> Element?

    init(next: @escaping @Sendable () async throws -> Element?) {
        nextItem = next
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let nextItem: @Sendable () async throws -> Element?

        public mutating func next() async throws -> Element? {
            try await nextItem()
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(nextItem: nextItem) }
}

extension ValidatedRequest {
    /// The items of a body in a sequential media type (`application/jsonl`, `application/x-ndjson`,
    /// `application/json-seq`, `text/event-stream`), each once it has come. An event is an object with `data`, and
    /// `event`, `id` and `retry` where they are given.
    ///
    /// Throws ``NoItems`` at once for a body of any other media type.
    public var jsonItems: ItemStream<JSON> {
        guard case .items(let items) = content else {
            let failure = NoItems(operation: operation.key)
            return ItemStream { throw failure }
        }
        return ItemStream { try await items.nextItem() }
    }

    /// The same, as values of `type`.
    public func items<Item: Decodable & Sendable>(as type: Item.Type = Item.self) -> ItemStream<Item> {
        let items = jsonItems
        return ItemStream {
            var iterator = items.makeAsyncIterator()
            return try await iterator.next().map { try JSONCoding.decode(type, from: $0) }
        }
    }
}

/// A node asked for the items of a body that has none.
public struct NoItems: Error, Sendable, Hashable, CustomStringConvertible {
    /// `POST /events`
    public let operation: String

    public var description: String {
        "The body of this request to \(operation) is in no sequential media type, or there is none: use `request.body`."
    }
}

/// An event of `text/event-stream`, as it comes and as it is sent.
public struct ServerSentEvent: Codable, Sendable, Hashable {
    public var data: String
    public var event: String?
    public var id: String?
    /// In milliseconds.
    public var retry: Int?

    public init(data: String, event: String? = nil, id: String? = nil, retry: Int? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }

    /// An event whose data are `value` as JSON text.
    public init(json value: some Encodable, event: String? = nil, id: String? = nil) throws {
        self.init(data: String(decoding: try JSONCoding.encode(value).text, as: UTF8.self), event: event, id: id)
    }
}

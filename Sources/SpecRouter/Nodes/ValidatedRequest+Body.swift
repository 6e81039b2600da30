extension ValidatedRequest {
    /// The body as it was sent, to the octet: what a signature was made over. Empty when there is none. A compressed one is
    /// decompressed.
    ///
    /// Throws ``StreamedBody`` where the operation's bodies pass as they arrive, as binary ones do: read ``bodyStream``
    /// then, or call ``collectBody(upTo:)``. Throws ``DividedBody`` for a multipart one.
    public var bodyBytes: [UInt8] {
        get throws {
            switch content {
            case .bytes(let bytes): return bytes
            case .stream, .items: throw StreamedBody(operation: operation.key)
            case .parts, .kept: throw DividedBody(operation: operation.key)
            }
        }
    }

    /// The body as it arrives; of one that was read whole, all of it at once. It passes once.
    public var bodyStream: BodyStream {
        switch content {
        case .bytes(let bytes): BodyStream(bytes)
        case .stream(let stream): stream
        case .items(let items): items.octets
        case .kept(let body): body.stream
        case .parts: BodyStream { [operation] in throw DividedBody(operation: operation.key) }
        }
    }

    /// The whole body, whether it was read before or has to be waited for; a problem (413) when it is longer than `limit`.
    public func collectBody(upTo limit: Int) async throws -> [UInt8] {
        try await bodyStream.collect(upTo: limit)
    }
}

/// A node asked for the whole body of an operation whose bodies are streamed.
public struct StreamedBody: Error, Sendable, Hashable, CustomStringConvertible {
    /// `POST /files`
    public let operation: String

    public var description: String {
        "The body of \(operation) is not read before the node runs: loop over `request.bodyStream`, or call "
            + "`try await request.collectBody(upTo:)`."
    }
}

/// A node asked for the octets of a multipart body.
public struct DividedBody: Error, Sendable, Hashable, CustomStringConvertible {
    /// `POST /files`
    public let operation: String

    public var description: String {
        "The multipart body of \(operation) was taken apart as it arrived: its values are `request.body`, its files "
            + "`request.files`."
    }
}

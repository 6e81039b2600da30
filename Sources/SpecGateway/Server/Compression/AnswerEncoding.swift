import SpecRouter
import Synchronization

import struct SpecRouter.Response

/// How answers to one request may be compressed.
struct AnswerEncoding: Sendable {
    let compression: ResponseCompression
    /// Whether the client takes it.
    let isWanted: Bool

    /// Digests are of the octets as they were; what says `no-transform` is not to be touched.
    private static let obstacles = ["content-encoding", "content-digest", "repr-digest", "digest", "content-md5"]

    /// Whether such an answer would be compressed for a client that wants it.
    private func applies(to response: Response) -> Bool {
        guard ![204, 205, 206, 304].contains(response.status), response.status >= 200,
            let type = response.firstField("content-type"), compression.takes(type),
            !Self.obstacles.contains(where: { response.firstField($0) != nil })
        else { return false }
        return response.firstField("cache-control")?.lowercased().contains("no-transform") != true
    }

    /// A whole answer, compressed where that makes it smaller. `gzip` is used again and again.
    func whole(_ response: Response, _ gzip: inout Gzip) -> Response {
        guard case .bytes(let bytes) = response.body, bytes.count >= compression.minimum, applies(to: response) else {
            return response
        }
        var varied = response
        varied.fields.append(("Vary", "Accept-Encoding"))
        guard isWanted else { return varied }
        gzip.reset()
        let compressed = gzip.push(bytes, .finish)
        return compressed.count < bytes.count ? marked(varied, .bytes(compressed)) : varied
    }

    /// A streamed answer without an announced length, each piece so that the client can read it at once.
    func streamed(_ response: Response) -> Response {
        guard case .stream(let stream) = response.body, stream.length == nil, applies(to: response) else {
            return response
        }
        var varied = response
        varied.fields.append(("Vary", "Accept-Encoding"))
        guard isWanted, let gzip = GzipBox() else { return varied }
        return marked(varied, .stream(Self.compressed(stream, gzip)))
    }

    private func marked(_ response: Response, _ body: Response.Body) -> Response {
        var response = response
        response.body = body
        response.fields.append(("Content-Encoding", "gzip"))
        // Another sequence of octets than the one that the tag is of (RFC 9110, section 8.8.3).
        for index in response.fields.indices where response.fields[index].name.equalsASCIIFolded("etag") {
            let tag = response.fields[index].value
            if !tag.hasPrefix("W/") { response.fields[index].value = "W/" + tag }
        }
        return response
    }

    private static func compressed(_ stream: ResponseStream, _ gzip: GzipBox) -> ResponseStream {
        ResponseStream(
            reporting: { writer in
                let outcome = await stream.send(to: BodyWriter { try await writer.write(gzip.push($0, .sync)) })
                guard outcome.isComplete else { return outcome }
                do {
                    try await writer.write(gzip.push([], .finish))
                    return outcome
                } catch {
                    return ResponseStream.Outcome(isComplete: false, error)
                }
            })
    }
}

/// A class: the closures of a stream share it. Its lock is never waited for: one task writes an answer.
private final class GzipBox: Sendable {
    private let gzip: Mutex<Gzip>

    /// Nil when there is no memory.
    init?() {
        guard let gzip = Gzip() else { return nil }
        self.gzip = Mutex(gzip)
    }

    func push(_ bytes: [UInt8], _ flush: Gzip.Flush) -> [UInt8] { gzip.withLock { $0.push(bytes, flush) } }
}

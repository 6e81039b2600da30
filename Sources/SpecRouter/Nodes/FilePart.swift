import Synchronization

/// A part of a multipart body whose octets the description says nothing about but how many and of which media type.
///
/// It is in memory, or in a temporary file that vanishes once nothing refers to the part.
public struct FilePart: Sendable {
    /// Of the field; empty in a body whose parts go by position.
    public let name: String
    /// Its place in the body's value: `/avatar`, `/photos/0` (RFC 6901).
    public let pointer: String
    /// As the client sent it: to be shown, never to be used as a path.
    public let filename: String?
    /// As the client sent it; it met the description's.
    public let contentType: String?
    public let headerFields: [HeaderField]
    public let byteCount: Int
    let content: Content

    /// The same in a value that stands in another one.
    func moved(under prefix: String) -> FilePart {
        FilePart(
            name: name, pointer: prefix + pointer, filename: filename, contentType: contentType,
            headerFields: headerFields, byteCount: byteCount, content: content)
    }

    enum Content: Sendable {
        case memory([UInt8])
        /// A range of a temporary file.
        case spooled(SpooledFile, Range<Int>)
    }

    /// All octets at once: for files that are known to be small.
    public func bytes() async throws -> [UInt8] {
        switch content {
        case .memory(let bytes): bytes
        case .spooled(let file, let range): try await file.read(range)
        }
    }

    /// The octets in chunks of 64 KiB, from the beginning, each time that it is asked for.
    public var chunks: BodyStream {
        switch content {
        case .memory(let bytes): return BodyStream(bytes)
        case .spooled(let file, let range):
            let position = Mutex(range.lowerBound)
            return BodyStream(length: range.count) {
                let next = position.withLock { position in
                    let next = position..<min(position + 64 * 1024, range.upperBound)
                    position = next.upperBound
                    return next
                }
                return next.isEmpty ? nil : try await file.read(next)
            }
        }
    }
}

extension ValidatedRequest {
    /// The files of that name, in the order in which they came.
    public func files(_ name: String) -> [FilePart] {
        files.filter { $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// The first file of that name.
    public func file(_ name: String) -> FilePart? {
        files.first { $0.name.utf8.elementsEqual(name.utf8) }
    }
}

import CZlib

/// Compresses by gzip (RFC 1952).
///
/// Owns zlib's state, which refers to itself and so has to stay where it is. zlib sees a buffer only during a call: the
/// pointers into it are set and taken back in `run`.
struct Gzip: ~Copyable {
    enum Flush {
        /// What was pushed can be read by the client.
        case sync
        /// The end.
        case finish

        fileprivate var code: CInt { self == .sync ? Z_SYNC_FLUSH : Z_FINISH }
    }

    /// Of zlib's 1 to 9: answers are compressed while a client waits.
    private static let level: CInt = 4
    private static let pieceSize = 16 * 1024

    private let stream: UnsafeMutablePointer<z_stream>

    /// Nil when there is no memory.
    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard czlib_gzip_init(stream, Self.level) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Begins anew.
    mutating func reset() { deflateReset(stream) }

    /// What comes of `bytes`; nothing for none that are not the end.
    mutating func push(_ bytes: [UInt8], _ flush: Flush) -> [UInt8] {
        if bytes.isEmpty, flush == .sync { return [] }
        var output: [UInt8] = []
        // Only read, whatever zlib's old signature says.
        bytes.withUnsafeBufferPointer { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.pointee.avail_in = UInt32(clamping: input.count)
            repeat { run(flush, &output) } while stream.pointee.avail_out == 0
            stream.pointee.next_in = nil
            stream.pointee.avail_in = 0
        }
        return output
    }

    private func run(_ flush: Flush, _ output: inout [UInt8]) {
        let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
            stream.pointee.next_out = buffer.baseAddress
            stream.pointee.avail_out = UInt32(clamping: buffer.count)
            _ = deflate(stream, flush.code)
            count = buffer.count - Int(stream.pointee.avail_out)
            stream.pointee.next_out = nil
        }
        output += piece
    }
}

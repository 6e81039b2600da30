/// Finds the kinds of the frames that one side of a connection sends, in whatever pieces they come (RFC 9113, section 4.1).
struct FrameScanner {
    /// What comes before a client's frames, in octets (section 3.4).
    static let preface = 24

    /// Octets until the next frame begins.
    private var rest: Int
    /// How much of a frame's length has come, in octets.
    private var lengthOctets = 0
    private var length = 0

    init(skipping octets: Int = 0) {
        rest = octets
    }

    /// Tells of each frame whose kind is among these octets.
    mutating func forEachKind(in bytes: some RandomAccessCollection<UInt8>, _ body: (UInt8) -> Void) {
        var index = bytes.startIndex
        while index != bytes.endIndex {
            if rest > 0 {
                let step = min(rest, bytes.distance(from: index, to: bytes.endIndex))
                rest -= step
                index = bytes.index(index, offsetBy: step)
            } else {
                if let kind = take(bytes[index]) { body(kind) }
                index = bytes.index(after: index)
            }
        }
    }

    /// One of a frame's first four octets.
    private mutating func take(_ byte: UInt8) -> UInt8? {
        guard lengthOctets == 3 else {
            lengthOctets += 1
            length = length << 8 | Int(byte)
            return nil
        }
        // Behind the kind are the flags and the stream, then the payload.
        rest = 5 + length
        lengthOctets = 0
        length = 0
        return byte
    }
}

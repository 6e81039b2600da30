/// Undoes a content coding piece by piece, in constant memory, and in time linear in what comes and what comes of it.
///
/// Of our own: SwiftNIO's request decompressor is a handler of the channel, which works before a route, credentials or
/// limits are known and takes what it does not know for plain, and zlib itself would have to be installed.
package struct Decompressor {
    private enum Stage {
        /// Nothing came yet.
        case start
        case gzipHeader(GzipHeader)
        case zlibHeader
        case content
        case gzipTrailer, zlibTrailer
        case end
    }

    private enum Step {
        case octets([UInt8])
        case onward
        /// There are too few bits to go on.
        case starved
    }

    private let coding: ContentCoding
    private let ratio: Int
    private var stage = Stage.start
    private var reader = BitReader()
    private var inflater = Inflater()
    private var output = InflatedOctets()
    /// Octets of all that came of it.
    private var count = 0
    private var isRaw = false
    /// Of the member that is read, or that was read last.
    private var memberCount = 0
    private var members = 0
    private var crc = CRC32()
    private var adler = Adler32()

    /// So many octets may come of however few.
    private static let leniency = 64 * 1024

    /// - Parameter ratio: how many octets each octet may become, on average.
    package init(_ coding: ContentCoding, ratio: Int) {
        self.coding = coding
        self.ratio = max(1, ratio)
    }

    /// Reads on at `position`.
    ///
    /// - Returns: some of what comes of the piece, at most 96 KiB; nil once all of the piece was taken.
    package mutating func next(
        in piece: Span<UInt8>, at position: inout Int
    ) throws(DecompressionFault) -> [UInt8]? {
        while true {
            reader.fill(from: piece, &position)
            switch try step(piece, &position) {
            case .octets(let octets): return octets
            case .onward: continue
            case .starved: if position == piece.count { return nil }
            }
        }
    }

    /// Call it once all pieces were taken. A body without octets is none, compressed or not.
    package func finish() throws(DecompressionFault) {
        switch stage {
        case .start, .end: return
        case .gzipHeader, .zlibHeader, .content, .gzipTrailer, .zlibTrailer: throw .truncated
        }
    }

    private mutating func step(_ piece: Span<UInt8>, _ position: inout Int) throws(DecompressionFault) -> Step {
        switch stage {
        case .start:
            guard !reader.isEmpty else { return .starved }
            stage = coding == .gzip ? .gzipHeader(GzipHeader()) : .zlibHeader
        case .gzipHeader(var header):
            guard let octet = reader.take(8) else { return .starved }
            try read(octet, &header)
        case .zlibHeader: return try zlibHeader()
        case .content: return try content(piece, &position)
        case .gzipTrailer: return try gzipTrailer()
        case .zlibTrailer: return try zlibTrailer()
        case .end: return try behindEnd()
        }
        return .onward
    }

    private mutating func read(_ octet: Int, _ header: inout GzipHeader) throws(DecompressionFault) {
        do throws(GzipHeader.Malformed) {
            try header.read(UInt8(truncatingIfNeeded: octet))
        } catch {
            throw members == 0 ? .malformed : .trailingOctets
        }
        stage = header.isComplete ? .content : .gzipHeader(header)
    }

    /// Method 8, a window of at most 32 KiB, no dictionary, and a multiple of 31 (RFC 1950, section 2.2); anything else is
    /// taken for `deflate` alone.
    private mutating func zlibHeader() throws(DecompressionFault) -> Step {
        guard reader.count >= 16 else { return .starved }
        let (method, flags) = (Int(reader.bits & 0xFF), Int(reader.bits >> 8 & 0xFF))
        isRaw = method & 15 != 8 || method >> 4 > 7 || (method << 8 | flags) % 31 != 0
        if !isRaw {
            guard flags & 32 == 0 else { throw .malformed }
            reader.drop(16)
        }
        stage = .content
        return .onward
    }

    /// A gzip file may have several members (RFC 1952, section 2.2).
    private mutating func behindEnd() throws(DecompressionFault) -> Step {
        if reader.isEmpty { return .starved }
        guard coding == .gzip else { throw .trailingOctets }
        (inflater, output, crc, memberCount) = (Inflater(), InflatedOctets(), CRC32(), 0)
        stage = .gzipHeader(GzipHeader())
        return .onward
    }
}

extension Decompressor {
    private mutating func content(_ piece: Span<UInt8>, _ position: inout Int) throws(DecompressionFault) -> Step {
        let stop: Inflater.Stop
        do throws(Inflater.Malformed) {
            stop = try inflater.run(&reader, piece, &position, into: &output)
        } catch {
            throw .malformed
        }
        if stop == .end {
            reader.align()
            members += 1
            stage = coding == .gzip ? .gzipTrailer : isRaw ? .end : .zlibTrailer
        }
        guard output.hasNews else { return stop == .end ? .onward : .starved }
        return .octets(try counted(output.take()))
    }

    private mutating func counted(_ octets: [UInt8]) throws(DecompressionFault) -> [UInt8] {
        count += octets.count
        guard count <= Self.leniency || count / ratio <= reader.octets else { throw .tooDense }
        if coding == .gzip {
            memberCount += octets.count
            crc.add(octets)
        } else if !isRaw {
            adler.add(octets)
        }
        return octets
    }

    /// Checksum and length, the lowest octet first (RFC 1952, section 2.3.1).
    private mutating func gzipTrailer() throws(DecompressionFault) -> Step {
        guard reader.count >= 64, let sum = reader.take(32), let length = reader.take(32) else { return .starved }
        guard sum == Int(crc.value), length == memberCount & 0xFFFF_FFFF else { throw .wrongChecksum }
        stage = .end
        return .onward
    }

    /// The checksum, the highest octet first (RFC 1950, section 2.2).
    private mutating func zlibTrailer() throws(DecompressionFault) -> Step {
        guard let sum = reader.take(32) else { return .starved }
        guard UInt32(truncatingIfNeeded: sum).byteSwapped == adler.value else { throw .wrongChecksum }
        stage = .end
        return .onward
    }
}

extension ContentCoding {
    /// Undoes the coding of a whole body.
    func undone(_ octets: [UInt8], upTo limit: Int, ratio: Int) throws(DecompressionFault) -> [UInt8] {
        var decompressor = Decompressor(self, ratio: ratio)
        var position = 0
        var whole: [UInt8] = []
        while let chunk = try decompressor.next(in: octets.span, at: &position) {
            guard chunk.count <= limit - whole.count else { throw .tooLarge }
            whole += chunk
        }
        try decompressor.finish()
        return whole
    }
}

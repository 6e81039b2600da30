/// Undoes the compression of `deflate` (RFC 1951), piece by piece, in constant memory.
struct Inflater {
    enum Stop {
        /// More of the input is needed.
        case input
        /// What was inflated has to be taken.
        case output
        /// This was the last block.
        case end
    }

    /// The octets are not what `deflate` makes.
    struct Malformed: Error {}

    private enum Stage {
        case header
        case storedLength
        /// Octets of a block that is not compressed.
        case stored(Int)
        case sizes
        case codeLengths(read: Int)
        case lengths
        case content
        case end
    }

    private var stage = Stage.header
    private var isLast = false
    /// How many lengths the block announces: of literals, of distances, and of the code that they are written in.
    private var sizes = (literals: 0, distances: 0, lengths: 0)
    private var lengths: [UInt8] = []
    private var lengthCode = DeflateTables.distances
    private var literals = DeflateTables.literals
    private var distances = DeflateTables.distances

    /// Goes on until the piece is used up, `output` is full, or the end.
    mutating func run(
        _ reader: inout BitReader, _ piece: Span<UInt8>, _ position: inout Int, into output: inout InflatedOctets
    ) throws(Malformed) -> Stop {
        while true {
            reader.fill(from: piece, &position)
            let stop =
                if case .content = stage {
                    try content(&reader, piece, &position, &output)
                } else {
                    try step(&reader, &output)
                }
            // With bits left to fill in, a step that lacked some has them now.
            if let stop, !(stop == .input && position < piece.count) { return stop }
        }
    }

    /// Nil to go on.
    private mutating func step(_ reader: inout BitReader, _ output: inout InflatedOctets) throws(Malformed) -> Stop? {
        switch stage {
        case .header: return try header(&reader)
        case .storedLength: return try storedLength(&reader)
        case .stored(let count): return stored(count, &reader, &output)
        case .sizes: return try readSizes(&reader)
        case .codeLengths(let read): return try codeLengths(read, &reader)
        case .lengths: return try readLengths(&reader)
        case .content: return nil
        case .end: return .end
        }
    }

    private mutating func header(_ reader: inout BitReader) throws(Malformed) -> Stop? {
        guard let bits = reader.take(3) else { return .input }
        isLast = bits & 1 == 1
        switch bits >> 1 {
        case 0:
            reader.align()
            stage = .storedLength
        case 1:
            (literals, distances) = (DeflateTables.literals, DeflateTables.distances)
            stage = .content
        case 2: stage = .sizes
        default: throw Malformed()
        }
        return nil
    }

    /// The length and its complement (section 3.2.4).
    private mutating func storedLength(_ reader: inout BitReader) throws(Malformed) -> Stop? {
        guard let lengths = reader.take(32) else { return .input }
        guard lengths & 0xFFFF == ~(lengths >> 16) & 0xFFFF else { throw Malformed() }
        stage = .stored(lengths & 0xFFFF)
        return nil
    }

    private mutating func stored(_ count: Int, _ reader: inout BitReader, _ output: inout InflatedOctets) -> Stop? {
        var rest = count
        while rest > 0 {
            guard !output.isFull, let octet = reader.take(8) else {
                stage = .stored(rest)
                return output.isFull ? .output : .input
            }
            output.append(UInt8(truncatingIfNeeded: octet))
            rest -= 1
        }
        endBlock()
        return nil
    }

    private mutating func endBlock() { stage = isLast ? .end : .header }

    /// Section 3.2.7.
    private mutating func readSizes(_ reader: inout BitReader) throws(Malformed) -> Stop? {
        guard let bits = reader.take(14) else { return .input }
        sizes = (bits & 31 + 257, bits >> 5 & 31 + 1, bits >> 10 + 4)
        guard sizes.literals <= 286, sizes.distances <= 30 else { throw Malformed() }
        lengths = [UInt8](repeating: 0, count: DeflateTables.order.count)
        stage = .codeLengths(read: 0)
        return nil
    }

    private mutating func codeLengths(_ read: Int, _ reader: inout BitReader) throws(Malformed) -> Stop? {
        guard read < sizes.lengths else {
            lengthCode = HuffmanCode(lengths)
            guard lengthCode.isComplete else { throw Malformed() }
            lengths.removeAll(keepingCapacity: true)
            stage = .lengths
            return nil
        }
        guard let length = reader.take(3) else { return .input }
        lengths[DeflateTables.order[read]] = UInt8(length)
        stage = .codeLengths(read: read + 1)
        return nil
    }

    /// One length, or a repetition of one.
    private mutating func readLengths(_ reader: inout BitReader) throws(Malformed) -> Stop? {
        let total = sizes.literals + sizes.distances
        guard lengths.count < total else { return try beginContent() }
        let word = lengthCode.word(reader.bits)
        guard word.length > 0 else { return try missing(word, reader.count) }
        let (extra, base) = DeflateTables.repetition(word.symbol)
        guard word.length + extra <= reader.count else { return .input }
        reader.drop(word.length)
        guard word.symbol >= 16 else {
            lengths.append(UInt8(word.symbol))
            return nil
        }
        let count = base + (reader.take(extra) ?? 0)
        guard let value = word.symbol == 16 ? lengths.last : 0, count <= total - lengths.count else {
            throw Malformed()
        }
        lengths += repeatElement(value, count: count)
        return nil
    }

    /// The block's own codes; its end has to have a word.
    private mutating func beginContent() throws(Malformed) -> Stop? {
        literals = HuffmanCode(lengths[..<sizes.literals])
        distances = HuffmanCode(lengths[sizes.literals...])
        guard lengths[256] > 0, literals.isComplete, distances.isComplete else { throw Malformed() }
        stage = .content
        return nil
    }
}

extension Inflater {
    /// Literals and repetitions up to the end of the block (section 3.2.5). Each is taken only when all of it is there.
    private mutating func content(
        _ reader: inout BitReader, _ piece: Span<UInt8>, _ position: inout Int, _ output: inout InflatedOctets
    ) throws(Malformed) -> Stop? {
        while !output.isFull {
            reader.fill(from: piece, &position)
            let word = literals.word(reader.bits)
            guard word.length > 0, word.length <= reader.count else { return try missing(word, reader.count) }
            if word.symbol < 256 {
                reader.drop(word.length)
                output.append(UInt8(truncatingIfNeeded: word.symbol))
                continue
            }
            if word.symbol == 256 {
                reader.drop(word.length)
                endBlock()
                return nil
            }
            if let stop = try repetition(word, &reader, &output) { return stop }
        }
        return .output
    }

    @inline(__always)
    private func repetition(
        _ word: HuffmanCode.Word, _ reader: inout BitReader, _ output: inout InflatedOctets
    ) throws(Malformed) -> Stop? {
        guard let length = DeflateTables.length(word.symbol) else { throw Malformed() }
        let lengthEnd = word.length + length.extra
        guard lengthEnd <= reader.count else { return .input }
        let back = distances.word(reader.bits >> UInt64(lengthEnd))
        guard back.length > 0 else { return try missing(back, reader.count - lengthEnd) }
        guard let distance = DeflateTables.distance(back.symbol) else { throw Malformed() }
        let distanceStart = lengthEnd + back.length
        guard distanceStart + distance.extra <= reader.count else { return .input }
        let count = length.base + reader.bits.field(at: word.length, length.extra)
        let way = distance.base + reader.bits.field(at: distanceStart, distance.extra)
        reader.drop(distanceStart + distance.extra)
        guard output.repeat(distance: way, length: count) else { throw Malformed() }
        return nil
    }

    /// Bits that are no word are malformed once there are enough of them for any.
    private func missing(_ word: HuffmanCode.Word, _ available: Int) throws(Malformed) -> Stop {
        guard word.length > 0 || available < HuffmanCode.longest else { throw Malformed() }
        return .input
    }
}

extension UInt64 {
    @inline(__always)
    fileprivate func field(at start: Int, _ count: Int) -> Int {
        Int(truncatingIfNeeded: self >> UInt64(start) & (1 << UInt64(count) - 1))
    }
}

/// Takes bits from octets that come in pieces, the lowest bit first (RFC 1951, section 3.1.1). What was filled in and not
/// taken stays for the next piece.
struct BitReader {
    private(set) var bits: UInt64 = 0
    /// How many of `bits` there are; the ones above are 0.
    private(set) var count = 0
    /// Octets filled in, of all pieces.
    private(set) var octets = 0

    var isEmpty: Bool { count == 0 }

    /// Fills in as much as there is room for: at least 57 bits, unless the piece ends.
    @inline(__always)
    mutating func fill(from piece: Span<UInt8>, _ position: inout Int) {
        while count <= 56, position < piece.count {
            bits |= UInt64(piece[position]) << UInt64(count)
            position &+= 1
            count &+= 8
            octets &+= 1
        }
    }

    @inline(__always)
    mutating func drop(_ taken: Int) {
        bits >>= UInt64(taken)
        count &-= taken
    }

    /// Nil, and nothing is taken, when there are fewer.
    mutating func take(_ wanted: Int) -> Int? {
        guard wanted <= count else { return nil }
        let value = Int(bits & (1 << UInt64(wanted) - 1))
        drop(wanted)
        return value
    }

    /// To the next octet.
    mutating func align() { drop(count & 7) }
}

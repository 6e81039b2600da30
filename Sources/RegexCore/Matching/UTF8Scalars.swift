/// Code points in UTF-8 that is valid by contract. Where it is not, an answer is arbitrary, but nothing traps.
enum UTF8Scalars {
    /// The code points that a byte begins; nil for a continuation byte.
    static func range(ledBy byte: UInt32) -> ClosedRange<UInt32>? {
        switch byte {
        case 0..<0x80: byte...byte
        case 0x80..<0xC0: nil
        case 0xC0..<0xC2: 0xFFFD...0xFFFD
        case 0xC2..<0xE0: (byte & 0x1F) << 6...((byte & 0x1F) << 6 | 0x3F)
        case 0xE0: 0x800...0xFFF
        case 0xED: 0xD000...0xD7FF
        case 0xE1..<0xF0: (byte & 0x0F) << 12...((byte & 0x0F) << 12 | 0xFFF)
        case 0xF0: 0x1_0000...0x3_FFFF
        case 0xF1..<0xF4: (byte & 0x07) << 18...((byte & 0x07) << 18 | 0x3_FFFF)
        case 0xF4: 0x10_0000...0x10_FFFF
        default: 0xFFFD...0xFFFD
        }
    }

    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The code point that begins at `offset`, which lies in the text.
    static func scalar(in text: Span<UInt8>, at offset: Int) -> UInt32 {
        let lead = UInt32(text[offset])
        if lead < 0x80 { return lead }
        if lead < 0xE0 { return (lead & 0x1F) << 6 | tail(text, offset &+ 1) }
        if lead < 0xF0 { return (lead & 0x0F) << 12 | tail(text, offset &+ 1) << 6 | tail(text, offset &+ 2) }
        let upper = (lead & 0x07) << 18 | tail(text, offset &+ 1) << 12
        return min(upper | tail(text, offset &+ 2) << 6 | tail(text, offset &+ 3), ScalarSet.last)
    }

    private static func tail(_ text: Span<UInt8>, _ offset: Int) -> UInt32 {
        offset < text.count ? UInt32(text[offset] & 0x3F) : 0
    }

    /// Where the code point after the one at `offset` begins.
    static func next(in text: Span<UInt8>, after offset: Int) -> Int {
        var next = offset &+ 1
        while next < text.count, isContinuation(text[next]) { next &+= 1 }
        return next
    }

    /// Where the code point before `offset`, which is above 0, begins.
    static func previous(in text: Span<UInt8>, before offset: Int) -> Int {
        var previous = offset &- 1
        while previous > 0, isContinuation(text[previous]) { previous &-= 1 }
        return previous
    }
}

extension SymbolClasses {
    /// The symbol of the code point that begins at `offset`.
    func symbol(in text: Span<UInt8>, at offset: Int) -> UInt16 {
        let symbol = byBytes[Int(text[offset])]
        return symbol < Self.continuation ? symbol : self.symbol(of: UTF8Scalars.scalar(in: text, at: offset))
    }
}

extension TapeScanner {
    /// The first offset that holds a quote, a backslash, a control character or a byte above 0x7F.
    ///
    /// Short texts take one word, whose way from the offset to the next offset is the shorter one.
    @inline(__always)
    static func plainEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
        let special = specialBytes(text.paddedWord(start))
        if special != 0 { return start &+ special.trailingZeroBitCount >> 3 }
        var at = start &+ 8
        while true {
            let special = specialBytes(text.paddedBlock(at))
            if special.low != 0 { return at &+ special.low.trailingZeroBitCount >> 3 }
            if special.high != 0 { return at &+ 8 &+ special.high.trailingZeroBitCount >> 3 }
            at &+= 16
        }
    }

    /// The top bit of each byte that is special; bits above the first one may be wrong.
    ///
    /// Below 0x80, subtracting `n` borrows into the top bit just when the byte is less than `n`. Exchanging
    /// 0x20 and 0x22 first puts the quote next to the control characters, so that both are one comparison.
    @inline(__always)
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotesAndControls = (word ^ (ones &* 0x02)) &- (ones &* 0x21)
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        return (quotesAndControls | backslashes | word) & (ones &* 0x80)
    }

    /// As signed numbers, bytes above 0x7F are less than a space, as control characters are.
    @inline(__always)
    private static func specialBytes(_ block: SIMD16<Int8>) -> ByteMask {
        let quotes: SIMDMask<SIMD16<Int8>> = block .== SIMD16<Int8>(repeating: 0x22)
        let backslashes: SIMDMask<SIMD16<Int8>> = block .== SIMD16<Int8>(repeating: 0x5C)
        let others: SIMDMask<SIMD16<Int8>> = block .< SIMD16<Int8>(repeating: 0x20)
        return ByteMask((quotes .| backslashes) .| others)
    }

    /// Strings with characters beyond ASCII stay in place; those with escapes are copied to `unescaped`.
    @inline(never)
    mutating func scanUnusualString(
        _ text: Span<UInt8>, from start: Int, stoppedAt stop: Int, _ unescaped: inout [UInt8]
    ) -> TapeEntry {
        var isASCII = true
        var end = stop
        while true {
            switch text[end] {
            case UInt8(ascii: "\""):
                self.end = end &+ 1
                let flags: TapeEntry.Flags = isASCII ? .ascii : []
                return TapeEntry(
                    kind: .string, flags: flags, offset: start, payload: UInt64(truncatingIfNeeded: end &- start))
            case UInt8(ascii: "\\"):
                return unescape(text, from: start, stoppedAt: end, isASCII: isASCII, &unescaped)
            case 0x80...:
                isASCII = false
                guard let next = UTF8Scan.endOfRun(text, end) else { return fail(end, .encoding) }
                end = Self.plainEnd(text, next)
            default:
                return fail(end, .controlCharacter)
            }
        }
    }

    /// An entry that is none.
    mutating func fail(_ offset: Int, _ reason: JSONSyntaxFault.Reason) -> TapeEntry {
        fault = JSONSyntaxFault(reason, at: offset)
        return fail(offset)
    }

    private func fail(_ offset: Int) -> TapeEntry { TapeEntry(kind: [], offset: offset) }
}

/// JSON text that is being written; strings are escaped only where RFC 8259 demands it.
struct JSONText {
    /// Longer than the text, by at least `JSONTape.padding` zeros.
    private(set) var bytes: [UInt8]
    private(set) var count = 0

    /// How a string was written.
    struct Quoted {
        /// Behind the quote.
        var start: Int
        var isASCII: Bool
        var hasEscapes: Bool
    }

    init(capacity: Int) {
        bytes = Array(repeating: 0, count: capacity + JSONTape.padding)
    }

    /// The text without what follows it.
    func finished() -> [UInt8] { Array(bytes[..<count]) }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count &+= 1
    }

    mutating func append(_ text: Span<UInt8>) {
        reserve(text.count)
        copy(text)
    }

    mutating func append(_ text: StaticString) {
        // The pointer of a StaticString is valid for the program's life; those given here are ASCII text.
        append(unsafe Span(_unsafeStart: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Takes back everything from `count` on.
    mutating func truncate(to count: Int) {
        for index in count..<max(count, self.count) { bytes[index] = 0 }
        self.count = min(self.count, count)
    }

    mutating func quote(_ text: Span<UInt8>) -> Quoted {
        reserve(text.count &+ 2)
        append(UInt8(ascii: "\""))
        let start = count
        let (plain, bits) = copyPlain(text)
        var quoted = Quoted(start: start, isASCII: bits & 0x8080_8080_8080_8080 == 0, hasEscapes: plain < text.count)
        if quoted.hasEscapes {
            quoted.isASCII = text.isASCII
            escape(text, from: plain)
        }
        append(UInt8(ascii: "\""))
        return quoted
    }

    /// Copies eight bytes a step up to the first step with something to escape. Answers how many were copied, and all
    /// their bits.
    private mutating func copyPlain(_ text: Span<UInt8>) -> (count: Int, bits: UInt64) {
        var index = 0
        var bits: UInt64 = 0
        let start = count
        var span = bytes.mutableSpan
        // "Unsafe" because not every type has a value for all bits; UInt8 has, and bounds are checked.
        var target = unsafe span.mutableBytes
        while index &+ 8 <= text.count {
            let word = text.word(at: index)
            if Span.specialBytes(word) != 0 { break }
            bits |= word
            target.storeBytes(of: word.littleEndian, toByteOffset: start &+ index, as: UInt64.self)
            index &+= 8
        }
        while index < text.count {
            let byte = text[index]
            if Span.isSpecial(byte) { break }
            bits |= UInt64(byte)
            target.storeBytes(of: byte, toByteOffset: start &+ index, as: UInt8.self)
            index &+= 1
        }
        count = start &+ index
        return (index, bits)
    }

    private mutating func escape(_ text: Span<UInt8>, from start: Int) {
        var copied = start
        while let index = text.firstToEscape(from: copied) {
            append(text.extracting(copied..<index))
            escape(text[index])
            copied = index + 1
        }
        append(text.extracting(copied..<text.count))
    }

    private mutating func escape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            let hex = "0123456789abcdef".utf8.span
            append("u00")
            append(hex[Int(byte >> 4)])
            append(hex[Int(byte & 15)])
        }
    }

    private mutating func copy(_ text: Span<UInt8>) {
        let end = count &+ text.count
        precondition(end <= bytes.count)
        // The text fits, by the check above.
        unsafe bytes.withUnsafeMutableBytes { target in
            unsafe text.withUnsafeBytes { source in
                unsafe UnsafeMutableRawBufferPointer(rebasing: target[count..<end]).copyMemory(from: source)
            }
        }
        count = end
    }

    private mutating func reserve(_ more: Int) {
        let needed = count &+ more &+ JSONTape.padding
        if needed > bytes.count { grow(to: needed) }
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        bytes.append(contentsOf: repeatElement(0, count: max(needed, bytes.count &* 2) &- bytes.count))
    }
}

extension Span<UInt8> {
    /// The first quote, backslash or control character.
    fileprivate func firstToEscape(from start: Int) -> Int? {
        var index = start
        while index &+ 8 <= count {
            let special = Self.specialBytes(word(at: index))
            if special != 0 { return index &+ special.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < count {
            if Self.isSpecial(self[index]) { return index }
            index &+= 1
        }
        return nil
    }

    @inline(__always)
    fileprivate static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// As in the parser, but bytes above 0x7F are not special.
    @inline(__always)
    fileprivate static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotesAndControls = (word ^ (ones &* 0x02)) &- (ones &* 0x21)
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        return (quotesAndControls | backslashes) & ~word & (ones &* 0x80)
    }
}

import JSONCore

/// How texts are encoded where they stand.
enum TextCoding: Sendable, Hashable {
    /// Headers, and cookies of style `cookie`: as it is.
    case plain
    /// Paths, and cookies of style `form`.
    case percent
    /// Queries and forms, where `+` is a space.
    case form

    var plus: PercentDecoding.Plus { self == .form ? .space : .literal }

    /// Whether an escape stands for the octet that it names.
    var escapes: PercentDecoding.Escapes { self == .plain ? .raw : .decoded }

    /// Whether the text can be used as it stands, as far as escapes go.
    func leaves(_ byte: UInt8) -> Bool {
        switch self {
        case .plain: true
        case .percent: byte != UInt8(ascii: "%")
        case .form: byte != UInt8(ascii: "%") && byte != UInt8(ascii: "+")
        }
    }
}

/// A text that was looked at once.
struct ScannedText {
    private(set) var needsDecoding = false
    private(set) var isASCII = true
    private(set) var hasNUL = false

    init(_ source: Span<UInt8>, _ range: Range<Int>, _ coding: TextCoding) {
        var index = range.lowerBound
        while index &+ 8 <= range.upperBound, Self.isPlain(source.word(at: index)) { index &+= 8 }
        let rest = range.upperBound &- index
        if rest < 8 {
            // What the word lacks is filled with octets that are plain.
            let filling: UInt64 = rest > 0 ? 0x0101_0101_0101_0101 &<< UInt64(rest &* 8) : .max
            if rest <= 0 || Self.isPlain(source.shortWord(index, rest) | filling) { return }
        }
        while index < range.upperBound {
            let byte = source[index]
            if !coding.leaves(byte) { needsDecoding = true }
            if byte >= 0x80 { isASCII = false }
            if byte == 0 { hasNUL = true }
            index &+= 1
        }
    }

    /// Whether eight octets are ASCII and none of them is NUL, `%` or `+`. May say no where it is so.
    private static func isPlain(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let percents = word ^ ones &* UInt64(UInt8(ascii: "%"))
        let pluses = word ^ ones &* UInt64(UInt8(ascii: "+"))
        // Where an octet is zero, subtracting one borrows its high bit.
        let found = (word &- ones) | (percents &- ones) | (pluses &- ones) | word
        return found & ones << 7 == 0
    }

    /// Why the text is refused, given that it needs no decoding.
    func fault(in source: Span<UInt8>, _ range: Range<Int>) -> PercentDecoding.Fault? {
        if hasNUL { return .nul }
        return isASCII || UTF8Validation.isValid(source, range) ? nil : .invalidUTF8
    }
}

extension String {
    /// A text decoded leniently: for places in values, once it is known that something is wrong there.
    init(decodedFrom source: Span<UInt8>, _ range: Range<Int>, _ coding: TextCoding) {
        var bytes: [UInt8] = []
        PercentDecoding.forEachByte(of: source, range, coding) { bytes.append($0) }
        self.init(decoding: bytes, as: UTF8.self)
    }
}

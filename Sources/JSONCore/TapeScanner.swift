/// Reads JSON text into tape entries: one pass, no recursion, the whole state in this value, so that a scan that
/// runs out of room continues after the storage has grown.
///
/// The text is followed by `JSONTape.padding` zero bytes. A zero byte ends every run (it is no space, no
/// digit, no legal character of a string), so no read passes the padding (`Span+Padded.swift`).
struct TapeScanner {
    enum Outcome { case finished, needsEntries, needsFilters, failed(JSONSyntaxFault) }

    let sourceCount: Int
    private let maximumDepth: Int
    let duplicateKeys: JSONParser.DuplicateKeys
    var fault: JSONSyntaxFault?
    /// Where a string or number ended that the inlined code could not read by itself. (Such code returns through here,
    /// because an offset passed by reference would live in memory all the time.)
    var end = 0
    /// How much of `unescaped` is in use; what is behind it is of no meaning.
    var unescapedCount = 0
    /// The bit of the last unusual key, and whether its object had it already.
    var keyBit: UInt64 = 0
    var isKeyRepeated = false
    /// For objects too large to be compared key by key; lent by the parser.
    var largeObjects = LargeObjectKeys()

    private var at = 0
    private var used = 0
    private var depth = 0
    private var container = Container()

    /// The innermost open array or object.
    struct Container {
        var index = 0
        var isObject = false
        /// Children that are complete.
        var count = 0
        /// A filter of the keys so far, see `DuplicateKeys`.
        var keys: UInt64 = 0

        init(index: Int = 0, isObject: Bool = false) {
            self.index = index
            self.isObject = isObject
        }

        /// Without the keys. A container whose inner one is open is remembered so, in that one's payload; both numbers
        /// are below 2^31, as the text's length is.
        @inline(__always)
        var packed: UInt64 {
            UInt64(truncatingIfNeeded: count) << 32 | UInt64(truncatingIfNeeded: index) << 1 | (isObject ? 1 : 0)
        }

        @inline(__always)
        init(packed: UInt64, keys: UInt64) {
            index = Int(truncatingIfNeeded: packed >> 1 & 0x7FFF_FFFF)
            isObject = packed & 1 != 0
            count = Int(truncatingIfNeeded: packed >> 32)
            self.keys = keys
        }
    }

    init(sourceCount: Int, options: JSONParser.Options) {
        self.sourceCount = sourceCount
        maximumDepth = options.maximumDepth
        duplicateKeys = options.duplicateKeys
    }

    /// The most entries that one turn of the loop writes: a value and the next member's key.
    private static let entriesPerTurn = 2

    /// `filters` holds the key filter of each container around the innermost one.
    ///
    /// One long function, because its state must stay in registers. White space is looked for only where the expected
    /// byte is not found at once. Entries are written without bounds checks: each turn begins with a check that there is
    /// room for all it writes, and entries that are open lie before those.
    mutating func run(
        _ text: Span<UInt8>, into entries: consuming MutableSpan<TapeEntry>,
        filters: consuming MutableSpan<UInt64>, unescaped: inout [UInt8]
    ) -> Outcome {
        var (at, used, depth, container) = (at, used, depth, container)
        let deepest = min(maximumDepth, filters.count)
        let lastTurn = entries.count &- Self.entriesPerTurn
        values: while true {
            guard used <= lastTurn else {
                (self.at, self.used, self.depth, self.container) = (at, used, depth, container)
                return .needsEntries
            }
            let byte = text.padded(at)
            switch byte {
            case UInt8(ascii: "\""):
                let start = at &+ 1
                let end = Self.plainEnd(text, start)
                if text.padded(end) == UInt8(ascii: "\"") {
                    unsafe entries[unchecked: used] = TapeEntry(plainText: start, end: end)
                    at = end &+ 1
                } else {
                    let entry = scanUnusualString(text, from: start, stoppedAt: end, &unescaped)
                    guard entry.kind == .string else { return failure(at) }
                    unsafe entries[unchecked: used] = entry
                    at = self.end
                }
                used &+= 1
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                let entry = scanNumber(text, &at)
                guard entry.isNumber else { return failure(at) }
                unsafe entries[unchecked: used] = entry
                used &+= 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard depth < deepest else {
                    (self.at, self.used, self.depth, self.container) = (at, used, depth, container)
                    return depth < maximumDepth ? .needsFilters : failure(at, .tooDeep(maximumDepth))
                }
                let isObject = byte == UInt8(ascii: "{")
                unsafe entries[unchecked: used] = TapeEntry(
                    kind: isObject ? .object : .array, offset: at, payload: container.packed)
                unsafe filters[unchecked: depth] = container.keys
                depth &+= 1
                container = Container(index: used, isObject: isObject)
                used &+= 1
                at &+= 1
                if text.padded(at) <= 0x20 { at = Self.endOfSpace(text, at) }
                if text.padded(at) != byte &+ 2 {
                    guard isObject else { continue values }
                    guard text.padded(at) == UInt8(ascii: "\"") else { return failure(at, .keyOrEndOfObject) }
                    let key = scanKey(text, &at, &unescaped, container: &container, &entries)
                    guard key.kind == .string else { return failure(at) }
                    unsafe entries[unchecked: used] = key
                    used &+= 1
                    continue values
                }
                // Empty: closed below, where one child too many is counted.
                container.count = -1
            case UInt8(ascii: "t"):
                guard text.paddedHalfWord(at) == Self.wordTrue else { return failure(at, .literal) }
                unsafe entries[unchecked: used] = TapeEntry(kind: .boolean, flags: .isTrue, offset: at)
                used &+= 1
                at &+= 4
            case UInt8(ascii: "f"):
                guard text.paddedHalfWord(at &+ 1) == Self.wordAlse else { return failure(at, .literal) }
                unsafe entries[unchecked: used] = TapeEntry(kind: .boolean, offset: at)
                used &+= 1
                at &+= 5
            case UInt8(ascii: "n"):
                guard text.paddedHalfWord(at) == Self.wordNull else { return failure(at, .literal) }
                unsafe entries[unchecked: used] = TapeEntry(kind: .null, offset: at)
                used &+= 1
                at &+= 4
            case 0x20:
                // One space, behind a colon or a comma.
                at &+= 1
                if text.padded(at) <= 0x20 { at = Self.endOfSpace(text, at) }
                continue values
            case 0x09, 0x0A, 0x0D:
                at = Self.endOfSpace(text, at)
                continue values
            default:
                return failure(at, .value)
            }
            // A value is complete: close what ends here, and go to the next value.
            while depth > 0 {
                container.count &+= 1
                if text.padded(at) <= 0x20 { at = Self.endOfSpace(text, at) }
                let next = text.padded(at)
                if next == UInt8(ascii: ",") {
                    at &+= 1
                    guard container.isObject else { continue values }
                    if text.padded(at) != UInt8(ascii: "\"") {
                        at = Self.endOfSpace(text, at)
                        guard text.padded(at) == UInt8(ascii: "\"") else { return failure(at, .key) }
                    }
                    let key = scanKey(text, &at, &unescaped, container: &container, &entries)
                    guard key.kind == .string else { return failure(at) }
                    unsafe entries[unchecked: used] = key
                    used &+= 1
                    continue values
                }
                guard next == (container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    return failure(at, container.isObject ? .commaOrEndOfObject : .commaOrEndOfArray)
                }
                at &+= 1
                let outer = unsafe entries[unchecked: container.index].payload
                unsafe entries[unchecked: container.index].payload =
                    UInt64(truncatingIfNeeded: used) << 32 | UInt64(truncatingIfNeeded: container.count)
                if container.count > DuplicateKeys.smallObject, container.isObject {
                    if repeatedKey(inLargeObjectAt: container.index, text, unescaped, entries.span) != nil {
                        guard duplicateKeys == .allow else { return failure(at) }
                        entries[container.index].flags.insert(.duplicateKeys)
                    }
                }
                depth &-= 1
                container = Container(packed: outer, keys: unsafe filters[unchecked: depth])
            }
            if text.padded(at) <= 0x20 { at = Self.endOfSpace(text, at) }
            guard at == sourceCount else { return failure(at, .endOfText) }
            return .finished
        }
    }

    private static let wordTrue: UInt32 = 0x6575_7274
    private static let wordAlse: UInt32 = 0x6573_6C61
    private static let wordNull: UInt32 = 0x6C6C_756E

    private func failure(_ offset: Int, _ reason: JSONSyntaxFault.Reason) -> Outcome {
        .failed(JSONSyntaxFault(offset >= sourceCount ? .unexpectedEnd : reason, at: offset))
    }

    /// What a string's or number's own scan found.
    private func failure(_ offset: Int) -> Outcome {
        let fault = fault ?? JSONSyntaxFault(.value, at: offset)
        return failure(fault.offset, fault.reason)
    }

    /// The first offset from `start` on that does not hold white space.
    @inline(never)
    static func endOfSpace(_ text: Span<UInt8>, _ start: Int) -> Int {
        var at = start
        while true {
            let block = text.paddedBlock(at)
            let spaces: SIMDMask<SIMD16<Int8>> = block .== SIMD16<Int8>(repeating: 0x20)
            let feeds: SIMDMask<SIMD16<Int8>> = block .== SIMD16<Int8>(repeating: 0x0A)
            let returns: SIMDMask<SIMD16<Int8>> = block .== SIMD16<Int8>(repeating: 0x0D)
            let tabs: SIMDMask<SIMD16<Int8>> = block .== SIMD16<Int8>(repeating: 0x09)
            let mask = ByteMask((spaces .| feeds) .| (returns .| tabs))
            if mask.low != .max { return at &+ (~mask.low).trailingZeroBitCount >> 3 }
            if mask.high != .max { return at &+ 8 &+ (~mask.high).trailingZeroBitCount >> 3 }
            at &+= 16
        }
    }
}

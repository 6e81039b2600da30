/// Reads JSON text into tape entries: one pass, no recursion, the whole state in this value, so that a scan that
/// runs out of room for entries continues after they have grown.
///
/// The text is followed by `JSONTape.padding` zero bytes. A zero byte ends every run (it is no space, no
/// digit, no legal character of a string), so no read passes the padding; all reads and writes are checked besides.
struct TapeScanner {
    enum Outcome { case finished, needsRoom, failed(JSONSyntaxFault) }

    private(set) var at = 0
    private(set) var used = 0
    private let sourceCount: Int
    private let maximumDepth: Int
    private let duplicateKeys: JSONParser.DuplicateKeys

    private var depth = 0
    private var members = 0
    private var open = 0
    private var isObject = false
    var fault: JSONSyntaxFault?

    init(sourceCount: Int, options: JSONParser.Options) {
        self.sourceCount = sourceCount
        maximumDepth = options.maximumDepth
        duplicateKeys = options.duplicateKeys
    }

    /// The most entries that one turn of the loop writes: a value and the next member's key.
    private static let entriesPerTurn = 2

    mutating func run(
        _ text: Span<UInt8>, into entries: inout MutableSpan<TapeEntry>, unescaped: inout [UInt8]
    ) -> Outcome {
        // The state lives in registers while the loop runs.
        var at = self.at
        var used = self.used
        var depth = self.depth
        var members = self.members
        var open = self.open
        var isObject = self.isObject

        if used == 0 { Self.skipSpace(text, &at) }
        values: while true {
            if used &+ Self.entriesPerTurn > entries.count {
                (self.at, self.used, self.depth) = (at, used, depth)
                (self.members, self.open, self.isObject) = (members, open, isObject)
                return .needsRoom
            }
            let byte = text[at]
            switch byte {
            case UInt8(ascii: "\""):
                let entry = scanString(text, &at, &unescaped)
                guard entry.kind == .string else { return failure(at) }
                entries[used] = entry
                used &+= 1
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                let entry = scanNumber(text, &at)
                guard entry.isNumber else { return failure(at) }
                entries[used] = entry
                used &+= 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard depth < maximumDepth else { return failure(at, .tooDeep(maximumDepth)) }
                depth &+= 1
                // Until it is closed, an open container remembers its parent and how many children that has so far.
                let outer = UInt64(members) << 32 | UInt64(open)
                isObject = byte == UInt8(ascii: "{")
                entries[used] = TapeEntry(kind: isObject ? .object : .array, offset: at, payload: outer)
                open = used
                members = 0
                used &+= 1
                at &+= 1
                Self.skipSpace(text, &at)
                if isObject {
                    if text[at] != UInt8(ascii: "}") {
                        guard text[at] == UInt8(ascii: "\"") else { return failure(at, .keyOrEndOfObject) }
                        let key = scanString(text, &at, &unescaped)
                        guard key.kind == .string else { return failure(at) }
                        entries[used] = key
                        used &+= 1
                        guard Self.skipColon(text, &at) else { return failure(at, .colon) }
                        continue values
                    }
                } else if text[at] != UInt8(ascii: "]") {
                    continue values
                }
                // Empty: closed below, where one child too many is counted.
                members = -1
            case UInt8(ascii: "t"):
                guard text.halfWord(at: at) == Self.wordTrue else { return failure(at, .literal) }
                entries[used] = TapeEntry(kind: .boolean, flags: .isTrue, offset: at)
                used &+= 1
                at &+= 4
            case UInt8(ascii: "f"):
                guard text.halfWord(at: at &+ 1) == Self.wordAlse else { return failure(at, .literal) }
                entries[used] = TapeEntry(kind: .boolean, offset: at)
                used &+= 1
                at &+= 5
            case UInt8(ascii: "n"):
                guard text.halfWord(at: at) == Self.wordNull else { return failure(at, .literal) }
                entries[used] = TapeEntry(kind: .null, offset: at)
                used &+= 1
                at &+= 4
            default:
                return failure(at, .value)
            }
            // A value is complete: close what ends here, and go to the next value.
            while depth > 0 {
                members &+= 1
                Self.skipSpace(text, &at)
                let next = text[at]
                if next == UInt8(ascii: ",") {
                    at &+= 1
                    Self.skipSpace(text, &at)
                    guard isObject else { continue values }
                    guard text[at] == UInt8(ascii: "\"") else { return failure(at, .key) }
                    let key = scanString(text, &at, &unescaped)
                    guard key.kind == .string else { return failure(at) }
                    entries[used] = key
                    used &+= 1
                    guard Self.skipColon(text, &at) else { return failure(at, .colon) }
                    continue values
                }
                guard next == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    return failure(at, isObject ? .commaOrEndOfObject : .commaOrEndOfArray)
                }
                at &+= 1
                let outer = entries[open].payload
                entries[open].payload = UInt64(used) << 32 | UInt64(members)
                if isObject && members > 1 {
                    if let key = DuplicateKeys.first(inObjectAt: open, entries.span, text, unescaped.span) {
                        guard duplicateKeys == .allow else {
                            return failure(entries[key].sourceOffset - 1, .duplicateKey)
                        }
                        entries[open].flags.insert(.duplicateKeys)
                    }
                }
                members = Int(outer >> 32)
                open = Int(outer & 0xFFFF_FFFF)
                depth &-= 1
                isObject = entries[open].kind == .object
            }
            Self.skipSpace(text, &at)
            guard at == sourceCount else { return failure(at, .endOfText) }
            (self.at, self.used) = (at, used)
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

    @inline(__always)
    private static func skipSpace(_ text: Span<UInt8>, _ at: inout Int) {
        if text[at] > 0x20 { return }
        skipSpaces(text, &at)
    }

    private static func skipSpaces(_ text: Span<UInt8>, _ at: inout Int) {
        while true {
            switch text[at] {
            case 0x20:
                let difference = text.word(at: at) ^ 0x2020_2020_2020_2020
                at &+= difference.trailingZeroBitCount >> 3
            case 0x0A, 0x0D, 0x09:
                at &+= 1
            default:
                return
            }
        }
    }

    @inline(__always)
    private static func skipColon(_ text: Span<UInt8>, _ at: inout Int) -> Bool {
        skipSpace(text, &at)
        guard text[at] == UInt8(ascii: ":") else { return false }
        at &+= 1
        skipSpace(text, &at)
        return true
    }
}

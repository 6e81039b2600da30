extension TapeScanner {
    /// A string with escapes that is being copied.
    private struct Unescaping {
        let sourceStart: Int
        /// Where the copy starts.
        let start: Int
        var isASCII: Bool
        /// What lies before is copied.
        var copied: Int
        /// The first byte that is no plain text.
        var stop: Int
        /// The end of the copy.
        var used: Int
    }

    private enum Progress { case done, failed, needsRoom(Int) }

    /// The room that each step leaves: a character has at most 4 bytes, and runs are copied by 16.
    private static let slack = 32

    /// Copies the string to `unescaped`, from `unescapedCount` on.
    mutating func unescape(
        _ text: Span<UInt8>, from sourceStart: Int, stoppedAt stop: Int, isASCII: Bool, _ unescaped: inout [UInt8]
    ) -> TapeEntry {
        var state = Unescaping(
            sourceStart: sourceStart, start: unescapedCount, isASCII: isASCII, copied: sourceStart, stop: stop,
            used: unescapedCount)
        while true {
            switch unescape(text, &state, unescaped.mutableSpan) {
            case .done:
                end = state.stop &+ 1
                unescapedCount = state.used
                let payload = UInt64(sourceStart) << 32 | UInt64(state.used &- state.start)
                let flags: TapeEntry.Flags = state.isASCII ? [.escaped, .ascii] : .escaped
                return TapeEntry(kind: .string, flags: flags, offset: state.start, payload: payload)
            case .failed:
                return TapeEntry(kind: [], offset: state.stop)
            case .needsRoom(let room):
                let more = max(room, unescaped.count, 64)
                unescaped.append(contentsOf: repeatElement(0, count: more))
            }
        }
    }

    private mutating func unescape(
        _ text: Span<UInt8>, _ state: inout Unescaping, _ target: consuming MutableSpan<UInt8>
    ) -> Progress {
        while true {
            let room = state.stop &- state.copied &+ Self.slack
            guard state.used &+ room <= target.count else { return .needsRoom(room) }
            Self.copyRun(text, &state, &target)
            switch text[state.stop] {
            case UInt8(ascii: "\""):
                return .done
            case UInt8(ascii: "\\"):
                repeat {
                    guard scanEscape(text, &state, &target) else { return .failed }
                } while text.padded(state.stop) == UInt8(ascii: "\\") && state.used &+ Self.slack <= target.count
                state.copied = state.stop
            case 0x80...:
                state.isASCII = false
                guard let next = UTF8Scan.endOfRun(text, state.stop) else { return failed(.encoding, at: state.stop) }
                state.stop = next
            default:
                return failed(.controlCharacter, at: state.stop)
            }
            state.stop = Self.plainEnd(text, state.stop)
        }
    }

    private mutating func failed(_ reason: JSONSyntaxFault.Reason, at offset: Int) -> Progress {
        fault = JSONSyntaxFault(reason, at: offset)
        return .failed
    }

    /// Copies what lies before the stop, by blocks: the bytes behind it are overwritten by what follows.
    @inline(__always)
    private static func copyRun(_ text: Span<UInt8>, _ state: inout Unescaping, _ target: inout MutableSpan<UInt8>) {
        // "Unsafe" for the type only: bounds are checked, and a block is nothing but bytes.
        var bytes = unsafe target.mutableBytes
        var (from, to) = (state.copied, state.used)
        while from < state.stop {
            bytes.storeBytes(of: text.paddedBlock(from), toByteOffset: to, as: SIMD16<Int8>.self)
            from &+= 16
            to &+= 16
        }
        state.used &+= state.stop &- state.copied
        state.copied = state.stop
    }

    /// Copies the character whose backslash is at the stop; false when there is none.
    @inline(__always)
    private mutating func scanEscape(
        _ text: Span<UInt8>, _ state: inout Unescaping, _ target: inout MutableSpan<UInt8>
    ) -> Bool {
        let letter = text.padded(state.stop &+ 1)
        if letter == UInt8(ascii: "u") { return scanUnicodeEscape(text, &state, &target) }
        let character = Self.simpleEscape(letter)
        guard character != 0 else {
            fault = JSONSyntaxFault(.escape, at: state.stop)
            return false
        }
        target[state.used] = character
        state.used &+= 1
        state.stop &+= 2
        return true
    }

    /// Zero when the letter may not follow a backslash.
    @inline(__always)
    private static func simpleEscape(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: 0
        }
    }

    private mutating func scanUnicodeEscape(
        _ text: Span<UInt8>, _ state: inout Unescaping, _ target: inout MutableSpan<UInt8>
    ) -> Bool {
        let at = state.stop
        guard let unit = Self.hexUnit(text, at &+ 2) else {
            fault = JSONSyntaxFault(.unicodeEscape, at: at)
            return false
        }
        if unit & 0xF800 != 0xD800 {
            state.stop = at &+ 6
            Self.append(unit, &state, &target)
            return true
        }
        guard unit < 0xDC00, text[at &+ 6] == UInt8(ascii: "\\"), text[at &+ 7] == UInt8(ascii: "u"),
            let low = Self.hexUnit(text, at &+ 8), 0xDC00...0xDFFF ~= low
        else {
            fault = JSONSyntaxFault(.loneSurrogate, at: at)
            return false
        }
        state.stop = at &+ 12
        Self.append(0x10000 &+ (unit &- 0xD800) << 10 &+ (low &- 0xDC00), &state, &target)
        return true
    }

    private static func append(_ scalar: UInt32, _ state: inout Unescaping, _ target: inout MutableSpan<UInt8>) {
        guard scalar > 0x7F else {
            target[state.used] = UInt8(truncatingIfNeeded: scalar)
            state.used &+= 1
            return
        }
        state.isASCII = false
        let count = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
        let lead = UInt32(truncatingIfNeeded: 0xF00 &>> count) & 0xF0
        var rest = scalar
        for index in stride(from: count &- 1, to: 0, by: -1) {
            target[state.used &+ index] = UInt8(truncatingIfNeeded: rest & 0x3F | 0x80)
            rest &>>= 6
        }
        target[state.used] = UInt8(truncatingIfNeeded: lead | rest)
        state.used &+= count
    }

    private static func hexUnit(_ text: Span<UInt8>, _ at: Int) -> UInt32? {
        var unit: UInt32 = 0
        for index in at..<(at &+ 4) {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte &- 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt32(byte &- 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt32(byte &- 0x37)
            default: return nil
            }
        }
        return unit
    }
}

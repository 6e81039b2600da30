/// One value or key of a parsed document, in 16 bytes.
///
/// An object is laid out as `[object][key][value...][key][value...]`, an array as `[array][value...]`. What `payload`
/// holds depends on the kind: the count (low half) and, for containers, the end of the subtree (high half); for
/// strings the source offset (high half); for numbers the value by `flags.representation`.
package struct TapeEntry: Sendable {
    /// From the lowest byte: kind, flags, two bytes for a number's length, four for the offset. One word,
    /// so that the parser writes an entry with two stores.
    private var head: UInt64
    package var payload: UInt64

    static let longLiteral = UInt16.max

    package struct Flags: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The string's text stands in `JSONTape.unescaped`, not in `JSONTape.bytes`.
        package static var escaped: Flags { Flags(rawValue: 1) }
        /// Every byte of the string is below 0x80.
        package static var ascii: Flags { Flags(rawValue: 2) }
        /// The number was written without `.` and exponent.
        package static var literalIntegral: Flags { Flags(rawValue: 4) }
        package static var isTrue: Flags { Flags(rawValue: 8) }
        /// The object has a key more than once; the last one counts.
        package static var duplicateKeys: Flags { Flags(rawValue: 64) }

        package static var uint64: Flags { Flags(rawValue: 16) }
        package static var double: Flags { Flags(rawValue: 32) }
        package static var decimal: Flags { Flags(rawValue: 48) }

        /// How a number's value is held. Canonical: equal numbers have equal representations.
        package var representation: Representation {
            switch rawValue & 48 {
            case 0: .int64
            case 16: .uint64
            case 32: .double
            default: .decimal
            }
        }
    }

    package enum Representation: Sendable, Hashable {
        /// Integral and within `Int64`.
        case int64
        /// Integral, above `Int64.max`, within `UInt64`.
        case uint64
        /// Neither of those, at most 15 significant digits, well inside Double's range: the nearest Double stands for
        /// exactly one such decimal, so comparing Doubles is exact.
        case double
        /// Anything else: compared by its literal. The payload is 0.
        case decimal
    }

    package init(kind: JSONKind, flags: Flags = [], offset: Int, payload: UInt64 = 0) {
        head = UInt64(UInt32(truncatingIfNeeded: offset)) << 32 | UInt64(flags.rawValue) << 8 | UInt64(kind.rawValue)
        self.payload = payload
    }

    package var kind: JSONKind {
        get { JSONKind(rawValue: UInt8(truncatingIfNeeded: head)) }
        set { head = head & ~0xFF | UInt64(newValue.rawValue) }
    }

    package var flags: Flags {
        get { Flags(rawValue: UInt8(truncatingIfNeeded: head >> 8)) }
        set { head = head & ~0xFF00 | UInt64(newValue.rawValue) << 8 }
    }

    /// Bytes of a number's literal, or `longLiteral` when it must be found by scanning.
    var literalCount: UInt16 {
        get { UInt16(truncatingIfNeeded: head >> 16) }
        set { head = head & ~0xFFFF_0000 | UInt64(newValue) << 16 }
    }

    /// Where the text starts: the first byte after a string's quote (in `unescaped` for escaped strings), a number's
    /// first byte, or the bracket.
    package var offset: Int {
        get { Int(truncatingIfNeeded: head >> 32) }
        set { head = head & 0xFFFF_FFFF | UInt64(UInt32(truncatingIfNeeded: newValue)) << 32 }
    }

    /// Bytes of a string's text, elements of an array, members of an object. Meaningless for other kinds.
    package var count: Int { Int(truncatingIfNeeded: payload & 0xFFFF_FFFF) }

    /// For containers, the index one past the subtree's last entry.
    package var end: Int { Int(truncatingIfNeeded: payload >> 32) }

    package var isContainer: Bool { head & 96 != 0 }

    package var isNumber: Bool { head & 12 != 0 }

    /// Where the value starts in the source; for strings the first byte after the quote.
    package var sourceOffset: Int { flags.contains(.escaped) ? end : offset }

    static let empty = TapeEntry(kind: .null, offset: 0)
}

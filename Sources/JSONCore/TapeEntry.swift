/// One value or key of a parsed document, in 16 bytes.
///
/// An object is laid out as `[object][key][value...][key][value...]`, an array as `[array][value...]`. What `payload`
/// holds depends on the kind: the count (low half) and, for containers, the end of the subtree (high half); for
/// strings the source offset (high half); for numbers the value by `flags.representation`.
@usableFromInline
package struct TapeEntry: Sendable {
    /// From the lowest byte: kind, flags, two bytes for a number's length, four for the offset. One word,
    /// so that the parser writes an entry with two stores.
    @usableFromInline var head: UInt64
    @usableFromInline package var payload: UInt64

    static let longLiteral = UInt16.max

    @usableFromInline
    package struct Flags: OptionSet, Sendable, Hashable {
        @usableFromInline package let rawValue: UInt8

        @inlinable
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The string's text stands in `JSONTape.unescaped`, not in `JSONTape.bytes`.
        @inlinable package static var escaped: Flags { Flags(rawValue: 1) }
        /// Every byte of the string is below 0x80.
        @inlinable package static var ascii: Flags { Flags(rawValue: 2) }
        /// The number was written without `.` and exponent.
        @inlinable package static var literalIntegral: Flags { Flags(rawValue: 4) }
        @inlinable package static var isTrue: Flags { Flags(rawValue: 8) }
        /// The object has a key more than once; the last one counts.
        @inlinable package static var duplicateKeys: Flags { Flags(rawValue: 64) }

        @inlinable package static var uint64: Flags { Flags(rawValue: 16) }
        @inlinable package static var double: Flags { Flags(rawValue: 32) }
        @inlinable package static var decimal: Flags { Flags(rawValue: 48) }

        @inlinable
        package func contains(_ other: Flags) -> Bool { rawValue & other.rawValue == other.rawValue }

        @inlinable
        package static func == (left: Flags, right: Flags) -> Bool { left.rawValue == right.rawValue }

        /// How a number's value is held. Canonical: equal numbers have equal representations.
        @inlinable
        package var representation: Representation {
            switch rawValue & 48 {
            case 0: .int64
            case 16: .uint64
            case 32: .double
            default: .decimal
            }
        }
    }

    @usableFromInline
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

    @inlinable
    package init(kind: JSONKind, flags: Flags = [], offset: Int, payload: UInt64 = 0) {
        head = UInt64(UInt32(truncatingIfNeeded: offset)) << 32 | UInt64(flags.rawValue) << 8 | UInt64(kind.rawValue)
        self.payload = payload
    }

    /// A string that is ASCII without escapes.
    @inline(__always)
    init(plainText start: Int, end: Int) {
        self.init(kind: .string, flags: .ascii, offset: start, payload: UInt64(truncatingIfNeeded: end &- start))
    }

    @inlinable
    package var kind: JSONKind {
        get { JSONKind(rawValue: UInt8(truncatingIfNeeded: head)) }
        set { head = head & ~0xFF | UInt64(newValue.rawValue) }
    }

    @inlinable
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
    @inlinable
    package var offset: Int {
        get { Int(truncatingIfNeeded: head >> 32) }
        set { head = head & 0xFFFF_FFFF | UInt64(UInt32(truncatingIfNeeded: newValue)) << 32 }
    }

    /// Bytes of a string's text, elements of an array, members of an object. Meaningless for other kinds.
    @inlinable package var count: Int { Int(truncatingIfNeeded: payload & 0xFFFF_FFFF) }

    /// For containers, the index one past the subtree's last entry.
    @inlinable package var end: Int { Int(truncatingIfNeeded: payload >> 32) }

    @inlinable package var isContainer: Bool { head & 96 != 0 }

    @inlinable package var isNumber: Bool { head & 12 != 0 }

    /// Where the value starts in the source; for strings the first byte after the quote.
    @inlinable
    package var sourceOffset: Int { flags.contains(.escaped) ? end : offset }

    static let empty = TapeEntry(kind: .null, offset: 0)
}

extension Span<UInt8> {
    /// Whether both hold the same bytes.
    @inlinable
    package func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard count >= 8 else { return equalsShort(other) }
        var index = 0
        while index &+ 8 <= count {
            guard word(at: index) == other.word(at: index) else { return false }
            index &+= 8
        }
        // The last eight, some of them again.
        return word(at: count &- 8) == other.word(at: count &- 8)
    }

    /// Both have the same length, below 8.
    @inlinable @inline(__always)
    func equalsShort(_ other: Span<UInt8>) -> Bool {
        if count >= 4 {
            guard halfWord(at: 0) == other.halfWord(at: 0) else { return false }
            return halfWord(at: count &- 4) == other.halfWord(at: count &- 4)
        }
        for index in 0..<count {
            guard self[index] == other[index] else { return false }
        }
        return true
    }

    var isASCII: Bool {
        for index in indices where self[index] > 0x7F { return false }
        return true
    }

    package func equals(_ text: StaticString) -> Bool {
        guard text.hasPointerRepresentation, text.utf8CodeUnitCount == count else { return false }
        // The pointer of a StaticString is valid for the program's life and for exactly utf8CodeUnitCount bytes.
        let other = unsafe Span(_unsafeStart: text.utf8Start, count: text.utf8CodeUnitCount)
        return equals(other)
    }

    /// Eight bytes from `offset`, the first in the lowest bits. Bounds are checked.
    @inlinable @inline(__always)
    package func word(at offset: Int) -> UInt64 {
        // "Unsafe" for the type only: every bit pattern is a UInt64.
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Four bytes from `offset`, the first in the lowest bits. Bounds are checked.
    @inlinable @inline(__always)
    package func halfWord(at offset: Int) -> UInt32 {
        UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
}

extension String {
    /// Text from bytes that are UTF-8; what is not would become U+FFFD.
    package init(utf8 bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the text's UTF-8, without a copy where the string is native.
    package mutating func withUTF8Span<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        withUTF8 { unsafe body(Span(_unsafeElements: $0)) }
    }
}

extension [UInt8] {
    package mutating func append(_ text: Span<UInt8>) {
        unsafe text.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}

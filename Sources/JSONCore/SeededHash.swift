/// A hash of texts whose seed is drawn once per process, so that nobody outside can choose texts that collide.
///
/// The multiply-and-fold construction of wyhash (Wang Yi, public domain).
struct SeededHash: Sendable {
    private let first: UInt64
    private let second: UInt64

    static let process = SeededHash(first: .random(in: 0...(.max)), second: .random(in: 0...(.max)))

    func hash(_ text: Span<UInt8>) -> UInt64 {
        let count = text.count
        var state = first ^ UInt64(truncatingIfNeeded: count)
        var index = 0
        while index &+ 16 < count {
            state = fold(text.word(at: index) ^ second, text.word(at: index &+ 8) ^ state)
            index &+= 16
        }
        let (low, high) = lastWords(text, from: index)
        return fold(fold(low ^ second, high ^ state), second ^ 0x9E37_79B9_7F4A_7C15)
    }

    /// Up to sixteen bytes in two words, which may overlap.
    private func lastWords(_ text: Span<UInt8>, from index: Int) -> (UInt64, UInt64) {
        let count = text.count
        if count &- index >= 8 { return (text.word(at: index), text.word(at: count &- 8)) }
        if count >= 8 { return (text.word(at: count &- 8), 0) }
        if count >= 4 { return (UInt64(text.halfWord(at: 0)), UInt64(text.halfWord(at: count &- 4))) }
        guard count > 0 else { return (0, 0) }
        return (UInt64(text[0]) << 16 | UInt64(text[count / 2]) << 8 | UInt64(text[count &- 1]), 0)
    }

    @inline(__always)
    private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let (high, low) = left.multipliedFullWidth(by: right)
        return high ^ low
    }
}

import JSONCore

extension Span<UInt8> {
    /// At most seven octets as a word, the first in the lowest bits, zeros above them.
    @inline(__always)
    func shortWord(_ start: Int, _ count: Int) -> UInt64 {
        guard count > 0 else { return 0 }
        let unused = UInt64(truncatingIfNeeded: (8 &- count) &* 8)
        if start &+ 8 <= self.count { return (word(at: start) &<< unused) &>> unused }
        if start &+ count >= 8 { return word(at: start &+ count &- 8) &>> unused }
        var word: UInt64 = 0
        for index in (start..<start &+ count).reversed() { word = word &<< 8 | UInt64(self[index]) }
        return word
    }
}

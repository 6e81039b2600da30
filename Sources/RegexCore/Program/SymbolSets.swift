/// The sets of a pattern as bits by symbol, in rows.
struct SymbolSets: Sendable {
    private let width: Int
    private var bits: [UInt64]

    /// `coverings`: by symbol, the numbers of the sets that contain it as bits.
    init(count: Int, coverings: [[UInt64]]) {
        width = (coverings.count &+ 63) / 64
        bits = [UInt64](repeating: 0, count: count &* width)
        for (symbol, covering) in coverings.enumerated() {
            for (word, var rest) in covering.enumerated() {
                while rest != 0 {
                    let set = word &* 64 &+ rest.trailingZeroBitCount
                    bits[set &* width &+ symbol / 64] |= 1 << UInt64(symbol % 64)
                    rest &= rest &- 1
                }
            }
        }
    }

    var byteCount: Int { bits.count &* 8 }

    func contains(_ symbol: UInt16, inSet set: Int) -> Bool {
        bits[set &* width &+ Int(symbol >> 6)] >> UInt64(symbol & 63) & 1 != 0
    }
}

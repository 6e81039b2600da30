/// A running hash of octets. Unseeded: the tables that use it hold names of the description, none of requests.
struct OctetHash: Sendable {
    private var state: UInt32 = 5381

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state << 5) &+ state ^ UInt32(byte) }

    /// The hash of the same octets under one of several owners.
    @inline(__always)
    func mixed(with owner: Int) -> UInt32 {
        let mixed = (UInt64(state) << 32 | UInt64(UInt32(truncatingIfNeeded: owner))) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }
}

/// What was inflated: the end of it that later parts may repeat, and what was not given on yet.
///
/// Of one size from the beginning: 96 KiB, and what one repetition may add.
struct InflatedOctets {
    private static let window = 32 * 1024
    private static let capacity = 96 * 1024
    private static let longestRepetition = 258

    private var octets = [UInt8](repeating: 0, count: Self.capacity + Self.longestRepetition)
    private var start = 0
    private var end = 0

    /// Whether something has to be given on before more comes.
    var isFull: Bool { end >= Self.capacity }
    /// How many more octets fit in.
    var room: Int { Self.capacity - end }
    var hasNews: Bool { end > start }

    @inline(__always)
    mutating func append(_ octet: UInt8) {
        octets[end] = octet
        end &+= 1
    }

    /// Answers false when there is nothing so far back.
    @inline(__always)
    mutating func `repeat`(distance: Int, length: Int) -> Bool {
        guard distance <= end else { return false }
        var source = end &- distance
        let stop = end &+ length
        while end < stop {
            octets[end] = octets[source]
            end &+= 1
            source &+= 1
        }
        return true
    }

    /// What came since the last time.
    mutating func take() -> [UInt8] {
        let news = Array(octets[start..<end])
        if end > Self.window * 2 {
            for index in 0..<Self.window { octets[index] = octets[end - Self.window + index] }
            end = Self.window
        }
        start = end
        return news
    }
}

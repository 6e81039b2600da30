/// Small damages to inputs that are known to mean something.
enum Mutation {
    /// One of the seeds, or two of them spliced, with one to eight changes.
    static func mutate(
        _ seeds: [[UInt8]], joining dictionary: [String], using random: inout SeededGenerator
    ) -> [UInt8] {
        var bytes = pick(seeds, using: &random) ?? []
        if Int.random(in: 0..<8, using: &random) == 0, let other = pick(seeds, using: &random) {
            bytes = Array(bytes.prefix(place(in: bytes, &random)) + other.dropFirst(place(in: other, &random)))
        }
        for _ in 0..<Int.random(in: 0...8, using: &random) { change(&bytes, dictionary, &random) }
        return bytes
    }

    private static func pick<Element>(_ list: [Element], using random: inout SeededGenerator) -> Element? {
        list.randomElement(using: &random)
    }

    private static func place(in bytes: [UInt8], _ random: inout SeededGenerator) -> Int {
        Int.random(in: 0...bytes.count, using: &random)
    }

    private static func change(_ bytes: inout [UInt8], _ dictionary: [String], _ random: inout SeededGenerator) {
        let start = place(in: bytes, &random)
        let end = min(bytes.count, start + Int.random(in: 1...16, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0...2: bytes.insert(contentsOf: (pick(dictionary, using: &random) ?? "").utf8, at: start)
        case 3: bytes.replaceSubrange(start..<end, with: (pick(dictionary, using: &random) ?? "").utf8)
        case 4: bytes.removeSubrange(start..<end)
        case 5: bytes.insert(contentsOf: bytes[start..<end], at: place(in: bytes, &random))
        case 6: if start < end { bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
        default: bytes.insert(contentsOf: random.bytes(Int.random(in: 1...3, using: &random)), at: start)
        }
    }
}

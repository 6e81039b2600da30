/// The query of a path key, such as `/responses?beta=true`: what a request's query must contain for it to match.
struct QueryConstraint: Sendable, Hashable {
    struct Item: Sendable, Hashable {
        let name: [UInt8]
        /// nil: any value will do (`?beta`, `?expand={expand}`).
        let value: [UInt8]?
    }

    let items: [Item]
    var isEmpty: Bool { items.isEmpty }

    /// - Parameter query: the text after the question mark.
    init(_ query: some Sequence<UInt8>) {
        let pairs = Array(query).split(separator: UInt8(ascii: "&"))
        items = pairs.map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentDecoding.decodedLeniently(parts[0], plus: .space)
            guard parts.count == 2, !parts[1].contains(UInt8(ascii: "{")) else { return Item(name: name, value: nil) }
            return Item(name: name, value: PercentDecoding.decodedLeniently(parts[1], plus: .space))
        }
    }

    /// Linear in the query for each item; allocates nothing.
    func isSatisfied(by query: Span<UInt8>) -> Bool {
        for item in items where !Self.contains(item, in: query) { return false }
        return true
    }

    private static func contains(_ item: Item, in query: Span<UInt8>) -> Bool {
        var scanner = PairScanner()
        while let pair = scanner.next(in: query) {
            guard PercentDecoding.equals(query, pair.name, item.name, plus: .space) else { continue }
            guard let value = item.value else { return true }
            if PercentDecoding.equals(query, pair.value, value, plus: .space) { return true }
        }
        return false
    }

    /// More items first, then by bytes.
    func isTried(before other: QueryConstraint) -> Bool {
        if items.count != other.items.count { return items.count > other.items.count }
        return items.lexicographicallyPrecedes(other.items) { one, two in
            if one.name != two.name { return one.name.lexicographicallyPrecedes(two.name) }
            return (one.value ?? []).lexicographicallyPrecedes(two.value ?? [])
        }
    }
}

/// A set of code points: sorted ranges that neither overlap nor touch.
package struct ScalarSet: Sendable, Hashable {
    static let last: UInt32 = 0x10FFFF

    private(set) var ranges: [ClosedRange<UInt32>]

    package init() {
        ranges = []
    }

    init(_ scalar: UInt32) {
        ranges = [scalar...scalar]
    }

    /// Takes ranges in any order, overlapping or not.
    init(_ unordered: [ClosedRange<UInt32>]) {
        ranges = []
        for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            append(range)
        }
    }

    /// Takes ranges in order that neither overlap nor touch.
    init(ascending ranges: [ClosedRange<UInt32>]) {
        self.ranges = ranges
    }

    var isEmpty: Bool { ranges.isEmpty }

    var isASCII: Bool { ranges.last.map { $0.upperBound < 0x80 } ?? true }

    var inverted: ScalarSet {
        var result = ScalarSet()
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { result.ranges.append(next...(range.lowerBound &- 1)) }
            next = range.upperBound &+ 1
        }
        if next <= Self.last { result.ranges.append(next...Self.last) }
        return result
    }

    func union(_ other: ScalarSet) -> ScalarSet {
        ScalarSet(ranges + other.ranges)
    }

    package func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low &+ high) / 2
            if ranges[middle].upperBound < scalar { low = middle &+ 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= scalar
    }

    func isDisjoint(with other: ScalarSet) -> Bool {
        var mine = 0
        var theirs = 0
        while mine < ranges.count, theirs < other.ranges.count {
            if ranges[mine].overlaps(other.ranges[theirs]) { return false }
            if ranges[mine].upperBound < other.ranges[theirs].upperBound { mine &+= 1 } else { theirs &+= 1 }
        }
        return true
    }

    /// Adds a range that starts no earlier than the last one.
    private mutating func append(_ range: ClosedRange<UInt32>) {
        guard let previous = ranges.last, range.lowerBound <= previous.upperBound &+ 1 else {
            ranges.append(range)
            return
        }
        ranges[ranges.count &- 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
    }
}

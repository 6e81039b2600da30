/// What the route table says about a request line.
enum RouteMatch: Sendable {
    case found(RouteHit)
    /// The path exists without this method. `allow` is what the `Allow` field lists: `HEAD` where there is `GET`, and
    /// `OPTIONS`, are included.
    case methodNotAllowed(allow: [String])
    case notFound
}

/// An operation and where in the path its parameters stand.
struct RouteHit: Sendable {
    let operation: Int
    /// Operations of the same method whose templates have the same shape, in document order: to be tried when the path
    /// parameters of `operation` do not validate. Usually empty.
    let alternatives: [Int]
    let captures: RouteCaptures
}

extension RouteHit {
    /// Of no operation: for decoding where nothing was routed.
    init(captures: RouteCaptures = RouteCaptures()) {
        self.init(operation: 0, alternatives: [], captures: captures)
    }
}

/// Byte ranges of a path, in template order; still percent-encoded. No heap up to eight.
struct RouteCaptures: Sendable, Hashable {
    private var lower = SIMD8<UInt32>()
    private var upper = SIMD8<UInt32>()
    private(set) var count = 0
    private var overflow: [Range<Int>] = []

    init() {}

    subscript(index: Int) -> Range<Int> {
        precondition(index >= 0 && index < count)
        if index >= Self.inline { return overflow[index - Self.inline] }
        return Int(lower[index])..<Int(upper[index])
    }

    private static let inline = 8

    mutating func append(_ range: Range<Int>) {
        if count < Self.inline {
            lower[count] = UInt32(truncatingIfNeeded: range.lowerBound)
            upper[count] = UInt32(truncatingIfNeeded: range.upperBound)
        } else {
            overflow.append(range)
        }
        count += 1
    }

    /// Undoes what was appended since there were `count`.
    mutating func truncate(to count: Int) {
        if self.count > Self.inline { overflow.removeLast(self.count - max(count, Self.inline)) }
        self.count = min(self.count, count)
    }
}

/// Walks the `name=value` pairs of a query or form (or, with `;`, of a `Cookie` field) as ranges, nothing decoded.
struct PairScanner {
    struct Pair: Sendable {
        let name: Range<Int>
        /// Empty when there is no `=`.
        let value: Range<Int>
    }

    private let separator: UInt8
    private var position = 0

    init(separator: UInt8 = UInt8(ascii: "&")) {
        self.separator = separator
    }

    /// The next pair that is not empty; nil at the end. Give the same text each time.
    @inline(__always)
    mutating func next(in text: Span<UInt8>) -> Pair? {
        while position < text.count {
            let start = position
            var equals = -1
            var end = start
            while end < text.count {
                let byte = text[end]
                if byte == separator { break }
                if byte == UInt8(ascii: "="), equals < 0 { equals = end }
                end &+= 1
            }
            position = end &+ 1
            if end == start { continue }
            if equals < 0 { return Pair(name: start..<end, value: end..<end) }
            return Pair(name: start..<equals, value: (equals &+ 1)..<end)
        }
        return nil
    }
}

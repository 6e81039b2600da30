/// Matches one segment of a path against literals with parameters between them.
///
/// The first literal must begin the segment and the last must end it; each other one is taken where it first occurs
/// after at least one octet. That finds a match whenever there is one, in time linear in the segment for each literal.
/// Literals are first looked for in the segment as it stands, so that an encoded delimiter (`%2C`) belongs to a value,
/// and only when that fails in the decoded segment (`Customers(%27ALFKI%27)`).
struct MixedPattern: Sendable {
    /// Where each literal stands in the table's text.
    let literals: [Range<Int>]

    /// Appends the captures and returns true, or changes nothing and returns false.
    func match(
        _ path: Span<UInt8>, _ segment: Range<Int>, text: [UInt8], hasEscapes: Bool, captures: inout RouteCaptures
    ) -> Bool {
        let depth = captures.count
        if run(path, segment, text, escapes: .raw, &captures) { return true }
        captures.truncate(to: depth)
        guard hasEscapes else { return false }
        if run(path, segment, text, escapes: .decoded, &captures) { return true }
        captures.truncate(to: depth)
        return false
    }

    private func run(
        _ path: Span<UInt8>, _ segment: Range<Int>, _ text: [UInt8], escapes: PercentDecoding.Escapes,
        _ captures: inout RouteCaptures
    ) -> Bool {
        guard
            var position = Self.end(
                of: text, literals[0], in: path, at: segment.lowerBound, upTo: segment.upperBound, escapes)
        else { return false }
        for index in 1..<(literals.count - 1) {
            guard
                let found = Self.find(
                    text, literals[index], in: path, after: position, upTo: segment.upperBound, escapes)
            else { return false }
            captures.append(position..<found.lowerBound)
            position = found.upperBound
        }
        guard
            let start = Self.start(
                of: text, literals[literals.count - 1], in: path, from: position, upTo: segment.upperBound, escapes)
        else { return false }
        captures.append(position..<start)
        return true
    }

    /// Where the literal ends if it stands at `position`.
    private static func end(
        of text: [UInt8], _ literal: Range<Int>, in path: Span<UInt8>, at position: Int, upTo limit: Int,
        _ escapes: PercentDecoding.Escapes
    ) -> Int? {
        var position = position
        for index in literal {
            guard position < limit else { return nil }
            let unit = PercentDecoding.unit(of: path, at: position, upTo: limit, escapes)
            guard unit.byte == text[index] else { return nil }
            position += unit.count
        }
        return position
    }

    /// The first occurrence that leaves at least one unit after `position`.
    private static func find(
        _ text: [UInt8], _ literal: Range<Int>, in path: Span<UInt8>, after position: Int, upTo limit: Int,
        _ escapes: PercentDecoding.Escapes
    ) -> Range<Int>? {
        var start = position
        while start < limit {
            start += PercentDecoding.unit(of: path, at: start, upTo: limit, escapes).count
            if let end = end(of: text, literal, in: path, at: start, upTo: limit, escapes) { return start..<end }
        }
        return nil
    }

    /// Where the literal starts if it ends at `limit` and leaves at least one unit after `position`.
    private static func start(
        of text: [UInt8], _ literal: Range<Int>, in path: Span<UInt8>, from position: Int, upTo limit: Int,
        _ escapes: PercentDecoding.Escapes
    ) -> Int? {
        var end = limit
        for index in literal.reversed() {
            guard position < end else { return nil }
            let unit = PercentDecoding.lastUnit(of: path, from: position, upTo: end, escapes)
            guard unit.byte == text[index] else { return nil }
            end -= unit.count
        }
        return position < end ? end : nil
    }
}

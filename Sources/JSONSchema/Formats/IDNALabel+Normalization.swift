import RegexCore

/// RFC 5891, section 4.2.1 and 5.3: a U-label is in Unicode's normalization form C. Unicode Standard, section 3.11.
extension IDNALabel {
    /// For labels of permitted characters. Other characters that have no place in the form, and the letters that syllables of
    /// Hangul are composed of, are not permitted, so the table of composites does without them.
    var isNormalized: Bool {
        guard scalars.contains(where: { $0.value >= 0x300 }) else { return true }
        let points = scalars.map(\.value)
        return Normalization.composed(Normalization.decomposed(points)) == points
    }
}

private enum Normalization {
    private struct Pair: Hashable {
        var first: UInt32
        var second: UInt32
    }

    /// By composite.
    private static let parts: [UInt32: Pair] = {
        var parts: [UInt32: Pair] = [:]
        var numbers = EncodedNumbers(IDNATables.compositions)
        var following: UInt32 = 0
        while let gap = numbers.next(), let first = numbers.next(), let second = numbers.next() {
            parts[following &+ gap] = Pair(first: first, second: second)
            following &+= gap &+ 1
        }
        return parts
    }()

    private static let composites = Dictionary(uniqueKeysWithValues: parts.map { ($0.value, $0.key) })

    static func decomposed(_ points: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        for point in points { decompose(point, into: &result) }
        return ordered(result)
    }

    private static func decompose(_ point: UInt32, into result: inout [UInt32]) {
        guard let pair = parts[point] else { return result.append(point) }
        decompose(pair.first, into: &result)
        decompose(pair.second, into: &result)
    }

    /// Canonical ordering: marks between two starters by their class, stably.
    private static func ordered(_ points: [UInt32]) -> [UInt32] {
        var result = points
        for index in points.indices {
            let order = combiningClass(result[index])
            var place = index
            while order > 0, place > 0, combiningClass(result[place &- 1]) > order {
                result.swapAt(place, place &- 1)
                place &-= 1
            }
        }
        return result
    }

    static func composed(_ points: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var starter: Int?
        for point in points {
            let order = combiningClass(point)
            if let starter, starter == result.count &- 1 || combiningClass(result[result.count &- 1]) < order,
                let composite = composites[Pair(first: result[starter], second: point)]
            {
                result[starter] = composite
                continue
            }
            result.append(point)
            if order == 0 { starter = result.count &- 1 }
        }
        return result
    }

    private static func combiningClass(_ point: UInt32) -> UInt8 {
        Unicode.Scalar(point)?.properties.canonicalCombiningClass.rawValue ?? 0
    }
}

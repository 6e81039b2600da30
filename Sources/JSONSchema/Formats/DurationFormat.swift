/// RFC 3339, appendix A: weeks alone, or neighbouring units of a date, a time or both. ABNF literals ignore case.
enum DurationFormat {
    static func isDuration(_ text: Span<UInt8>) -> Bool {
        guard folded(text.byte(at: 0)) == UInt8(ascii: "p") else { return false }
        if isWeeks(text) { return true }
        guard let dateEnd = endOfElements(of: .date, in: text, from: 1) else { return false }
        if dateEnd == text.count { return dateEnd > 1 }
        guard folded(text.byte(at: dateEnd)) == UInt8(ascii: "t") else { return false }
        return dateEnd &+ 1 < text.count && endOfElements(of: .time, in: text, from: dateEnd &+ 1) == text.count
    }

    private enum Section {
        case date, time

        /// The place of `unit` among the section's units.
        func rank(of unit: UInt8) -> Int? {
            switch (self, unit) {
            case (.date, UInt8(ascii: "y")), (.time, UInt8(ascii: "h")): 0
            case (.date, UInt8(ascii: "m")), (.time, UInt8(ascii: "m")): 1
            case (.date, UInt8(ascii: "d")), (.time, UInt8(ascii: "s")): 2
            default: nil
            }
        }
    }

    private static func isWeeks(_ text: Span<UInt8>) -> Bool {
        let end = text.endOfRun(of: .digits, from: 1)
        return end > 1 && end &+ 1 == text.count && folded(text[end]) == UInt8(ascii: "w")
    }

    /// The index after elements such as `1Y2M`. A unit follows the one before it without a gap: `1Y2D` is refused.
    private static func endOfElements(of section: Section, in text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        var expected: Int?
        while true {
            let end = text.endOfRun(of: .digits, from: index)
            guard end > index else { return index }
            guard let unit = folded(text.byte(at: end)), let rank = section.rank(of: unit), rank == expected ?? rank
            else { return nil }
            expected = rank &+ 1
            index = end &+ 1
        }
    }

    private static func folded(_ byte: UInt8?) -> UInt8? {
        byte.map { $0 | 0x20 }
    }
}

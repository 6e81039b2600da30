import JSONCore

/// Sizes and durations as configuration files write them. Nil for what is none, or does not fit.
enum Quantity {
    /// `16KiB`, or a number of octets.
    static func octets(_ json: JSON) -> Int? {
        if let count = json.int { return count > 0 ? count : nil }
        guard let (count, unit) = json.string.flatMap(split) else { return nil }
        let factors = ["": 1, "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30]
        guard let factor = factors[unit] else { return nil }
        let (octets, overflow) = count.multipliedReportingOverflow(by: factor)
        return overflow ? nil : octets
    }

    /// `500ms`, `30s`, `5m`, `1h`.
    static func duration(_ json: JSON) -> Duration? {
        guard let (count, unit) = json.string.flatMap(split) else { return nil }
        switch unit {
        case "ms": return .milliseconds(count)
        case "s": return .seconds(count)
        case "m" where count < 1_000_000: return .seconds(count * 60)
        case "h" where count < 1_000_000: return .seconds(count * 3600)
        default: return nil
        }
    }

    /// At most nine digits, and what follows.
    private static func split(_ text: String) -> (count: Int, unit: String)? {
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.count <= 9, let count = Int(String(digits) ?? ""), count > 0 else { return nil }
        return (count, String(text[digits.endIndex...]))
    }
}

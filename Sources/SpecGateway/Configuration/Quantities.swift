/// Durations and sizes as people write them.
enum Quantity {
    /// `500ms`, `30s`, `5m`, `1h`; nil for anything else.
    static func duration(_ text: String) -> Duration? {
        guard let (number, unit) = split(text) else { return nil }
        switch unit {
        case "ms": return .milliseconds(number)
        case "s": return .seconds(number)
        case "m": return .seconds(number * 60)
        case "h": return .seconds(number * 3600)
        default: return nil
        }
    }

    /// Octets: `512B`, `64KiB`, `1MiB`, `1GiB`, or a number alone; nil for anything else.
    static func size(_ text: String) -> Int? {
        guard let (number, unit) = split(text) else { return nil }
        switch unit {
        case "", "B": return number
        case "KiB": return number << 10
        case "MiB": return number << 20
        case "GiB": return number << 30
        default: return nil
        }
    }

    /// At most nine digits, so that no unit overflows.
    private static func split(_ text: String) -> (Int, Substring)? {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard (1...9).contains(digits.count), let number = Int(Substring(digits)) else { return nil }
        return (number, text[digits.endIndex...])
    }
}

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Dates as RFC 3339 writes them: `2026-03-01T12:30:00Z`, also with a fraction of a second or an offset.
package enum InternetTimestamp {
    /// Nil for text that is none, and for days that the calendar does not have. A leap second is the next minute's start.
    package static func date(_ text: borrowing Span<UInt8>) -> Date? {
        var digits = DigitScanner()
        let year = digits.number(4, in: text)
        digits.separator("-", in: text)
        let month = digits.number(2, in: text)
        digits.separator("-", in: text)
        let day = digits.number(2, in: text)
        digits.separator("T", in: text)
        guard let seconds = time(&digits, text) else { return nil }
        let fraction = digits.fraction(in: text)
        guard let offset = offset(&digits, text), digits.isSound, digits.index == text.count else { return nil }
        guard 1...12 ~= month, 1...CivilDate.days(inMonth: month, of: year) ~= day else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        return Date(timeIntervalSince1970: Double(days * 86_400 + seconds - offset) + fraction)
    }

    private static func time(_ digits: inout DigitScanner, _ text: borrowing Span<UInt8>) -> Int? {
        let hour = digits.number(2, in: text)
        digits.separator(":", in: text)
        let minute = digits.number(2, in: text)
        digits.separator(":", in: text)
        let second = digits.number(2, in: text)
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// East of Greenwich, in seconds.
    private static func offset(_ digits: inout DigitScanner, _ text: borrowing Span<UInt8>) -> Int? {
        guard digits.index < text.count else { return nil }
        let sign = text[digits.index]
        digits.index += 1
        if sign | 0x20 == UInt8(ascii: "z") { return 0 }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let hours = digits.number(2, in: text)
        digits.separator(":", in: text)
        let minutes = digits.number(2, in: text)
        guard hours < 24, minutes < 60 else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// In whole seconds of UTC. Nil outside of the years 0 to 9999, which RFC 3339 cannot write.
    static func text(_ date: Date) -> String? {
        let time = date.timeIntervalSince1970.rounded(.down)
        guard -62_167_219_200...253_402_300_799 ~= time else { return nil }
        let seconds = Int(time)
        let days = (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400
        let clock = seconds - days * 86_400
        let day = CivilDate(daysSince1970: days)
        return String(unsafeUninitializedCapacity: 20) { text in
            var writer = DigitWriter(text: text)
            writer.write(day.year, 4, then: "-")
            writer.write(day.month, 2, then: "-")
            writer.write(day.day, 2, then: "T")
            writer.write(clock / 3600, 2, then: ":")
            writer.write(clock / 60 % 60, 2, then: ":")
            writer.write(clock % 60, 2, then: "Z")
            return writer.index
        }
    }
}

/// Reads digits at fixed places; once something else stood there, it is not sound.
private struct DigitScanner {
    var index = 0
    private(set) var isSound = true

    mutating func number(_ count: Int, in text: borrowing Span<UInt8>) -> Int {
        guard index + count <= text.count else { return fail() }
        var number = 0
        for _ in 0..<count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return fail() }
            number = number * 10 + Int(digit)
            index += 1
        }
        return number
    }

    /// Letters may be in lower case.
    mutating func separator(_ separator: Unicode.Scalar, in text: borrowing Span<UInt8>) {
        let expected = UInt8(ascii: separator)
        guard index < text.count, text[index] == expected || (expected > 0x40 && text[index] == expected | 0x20) else {
            _ = fail()
            return
        }
        index += 1
    }

    /// Of a second, when there is one.
    mutating func fraction(in text: borrowing Span<UInt8>) -> Double {
        guard index < text.count, text[index] == UInt8(ascii: ".") else { return 0 }
        index += 1
        var (numerator, denominator) = (0.0, 1.0)
        let start = index
        while index < text.count, text[index] &- UInt8(ascii: "0") < 10 {
            // Further digits are below what a Date can hold.
            if index - start < 15 {
                numerator = numerator * 10 + Double(text[index] &- UInt8(ascii: "0"))
                denominator *= 10
            }
            index += 1
        }
        if index == start { _ = fail() }
        return numerator / denominator
    }

    private mutating func fail() -> Int {
        isSound = false
        return 0
    }
}

private struct DigitWriter {
    let text: UnsafeMutableBufferPointer<UInt8>
    var index = 0

    mutating func write(_ number: Int, _ count: Int, then separator: Unicode.Scalar) {
        var rest = number
        for place in stride(from: index + count - 1, through: index, by: -1) {
            text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        text[index + count] = UInt8(ascii: separator)
        index += count + 1
    }
}

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Date {
    /// A date and time of RFC 3339, section 5.6. A leap second counts as the one after it.
    init?(internetTime text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20 else { return nil }
        let parts = [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19].map { Self.number(bytes[$0]) }
        let numbers = parts.compactMap(\.self)
        guard numbers.count == parts.count, let offset = Self.offset(bytes[19...]) else { return nil }
        let days = Self.days(year: numbers[0], month: numbers[1], day: numbers[2])
        let seconds = numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
        self.init(timeIntervalSince1970: Double(days * 86400 + seconds - offset))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy { (0x30...0x39).contains($0) } ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    /// In seconds; fractions of the second before it are dropped.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        let zone = bytes.drop { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
        if zone.count == 1 { return zone.first.map { $0 | 0x20 } == UInt8(ascii: "z") ? 0 : nil }
        guard zone.count == 6, let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = number(zone.dropFirst().prefix(2)), let minutes = number(zone.suffix(2))
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// From 1970-01-01 in the Gregorian calendar: years start in March, so that the leap day ends them.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let years = month > 2 ? year : year - 1
        let leapDays = years / 4 - years / 100 + years / 400
        let monthDays = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        return years * 365 + leapDays + monthDays + day - 719_469
    }
}

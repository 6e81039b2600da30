#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The `Date` field's value (RFC 9110, section 5.6.7), made once a second.
struct HTTPDate {
    private var second = Int.min
    private(set) var text: [UInt8] = []

    /// The current date; `second` counts from 1970.
    mutating func value(at second: Int) -> [UInt8] {
        if second != self.second {
            self.second = second
            text = Array(Self.text(of: second).utf8)
        }
        return text
    }

    static var now: Int { Int(time(nil)) }

    static func text(of second: Int) -> String {
        let date = CalendarTime(second: second)
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][date.daysSinceEpoch % 7]
        let month = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][date.month - 1]
        let time = "\(digits(date.hour)):\(digits(date.minute)):\(digits(date.second))"
        return "\(weekday), \(digits(date.day)) \(month) \(date.year) \(time) GMT"
    }

    private static func digits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

/// A second since 1970 as calendar fields in UTC.
struct CalendarTime {
    let daysSinceEpoch: Int
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int

    /// Times before 1970 count as 1970.
    init(second: Int) {
        let total = max(second, 0)
        daysSinceEpoch = total / 86400
        hour = total % 86400 / 3600
        minute = total % 3600 / 60
        self.second = total % 60
        // Days to civil, after Howard Hinnant: eras of 400 years that begin on 1 March.
        let shifted = daysSinceEpoch + 719_468
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + shifted / 146_097 * 400 + (month <= 2 ? 1 : 0)
    }
}

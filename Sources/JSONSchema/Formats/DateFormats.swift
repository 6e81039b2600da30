/// RFC 3339, section 5.6, and for `-local` forms TOML 1.0, which the OpenAPI registry cites.
enum DateFormats {
    static func isDate(_ text: Span<UInt8>) -> Bool {
        guard text.count == CalendarDate.length else { return false }
        return CalendarDate(text, at: 0) != nil
    }

    static func isTime(_ text: Span<UInt8>) -> Bool {
        guard let clock = ClockTime(text, at: 0), let offset = UTCOffset(text, at: clock.end), offset.end == text.count
        else { return false }
        guard clock.second == 60 else { return true }
        let minuteOfDay = clock.minuteOfDay &- offset.minutes
        return minuteOfDay == 1439 || minuteOfDay == -1 || minuteOfDay == 2879
    }

    static func isDateTime(_ text: Span<UInt8>) -> Bool {
        guard let date = CalendarDate(text, at: 0), isSeparator(text.byte(at: CalendarDate.length)),
            let clock = ClockTime(text, at: CalendarDate.length &+ 1),
            let offset = UTCOffset(text, at: clock.end), offset.end == text.count
        else { return false }
        return clock.second < 60 || isLeapSecond(date, clock.minuteOfDay &- offset.minutes)
    }

    /// A time without an offset. Second 60 passes: only with an offset can it be judged.
    static func isLocalTime(_ text: Span<UInt8>) -> Bool {
        ClockTime(text, at: 0)?.end == text.count
    }

    static func isLocalDateTime(_ text: Span<UInt8>) -> Bool {
        let separator = text.byte(at: CalendarDate.length)
        guard CalendarDate(text, at: 0) != nil, isSeparator(separator) || separator == UInt8(ascii: " ")
        else { return false }
        return ClockTime(text, at: CalendarDate.length &+ 1)?.end == text.count
    }

    private static func isSeparator(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "T") || byte == UInt8(ascii: "t")
    }

    /// A leap second is the last second of a month in UTC (RFC 3339, section 5.7 and appendix D).
    /// `minuteOfDay` is in UTC, counted from the start of `date`: below 0 is the day before, from 1440 on the day after.
    private static func isLeapSecond(_ date: CalendarDate, _ minuteOfDay: Int) -> Bool {
        switch minuteOfDay {
        case -1: date.day == 1
        case 1439: date.day == date.daysInMonth
        case 2879: date.day &+ 1 == date.daysInMonth
        default: false
        }
    }
}

/// `full-date`: four, two and two digits, and a day that the month has.
struct CalendarDate {
    static let length = 10

    let year: Int
    let month: Int
    let day: Int

    init?(_ text: Span<UInt8>, at index: Int) {
        guard let year = text.decimal(at: index, length: 4), text.holds("-", at: index &+ 4),
            let month = text.decimal(at: index &+ 5, length: 2), text.holds("-", at: index &+ 7),
            let day = text.decimal(at: index &+ 8, length: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    init?(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
        guard month >= 1, month <= 12, day >= 1, day <= daysInMonth else { return nil }
    }

    /// Gregorian, also before 1582.
    var daysInMonth: Int {
        switch month {
        case 2: isLeapYear ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

/// `partial-time`. Whether second 60 is a leap second is for the caller to say.
struct ClockTime {
    let hour: Int
    let minute: Int
    let second: Int
    /// The index after the time and its fraction.
    let end: Int

    init?(_ text: Span<UInt8>, at index: Int) {
        guard let hour = text.decimal(at: index, length: 2), hour < 24, text.holds(":", at: index &+ 2),
            let minute = text.decimal(at: index &+ 3, length: 2), minute < 60, text.holds(":", at: index &+ 5),
            let second = text.decimal(at: index &+ 6, length: 2), second <= 60,
            let end = ClockTime.endOfFraction(text, from: index &+ 8)
        else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        self.end = end
    }

    var minuteOfDay: Int { hour &* 60 &+ minute }

    private static func endOfFraction(_ text: Span<UInt8>, from index: Int) -> Int? {
        guard text.holds(".", at: index) else { return index }
        let end = text.endOfRun(of: .digits, from: index &+ 1)
        return end > index &+ 1 ? end : nil
    }
}

/// `time-offset`: `Z` or a signed hour and minute.
struct UTCOffset {
    let minutes: Int
    let end: Int

    init?(_ text: Span<UInt8>, at index: Int) {
        let sign = text.byte(at: index)
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
            minutes = 0
            end = index &+ 1
            return
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hour = text.decimal(at: index &+ 1, length: 2), hour < 24, text.holds(":", at: index &+ 3),
            let minute = text.decimal(at: index &+ 4, length: 2), minute < 60
        else { return nil }
        let size = hour &* 60 &+ minute
        minutes = sign == UInt8(ascii: "-") ? 0 &- size : size
        end = index &+ 6
    }
}

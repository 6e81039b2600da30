/// RFC 9110, section 5.6.7: the preferred form and the two obsolete ones that recipients must accept.
///
/// The name of the day is not compared with the date: the grammar does not either.
enum HTTPDateFormat {
    static func isHTTPDate(_ text: Span<UInt8>) -> Bool {
        isFixedDate(text) || isRFC850Date(text) || isASCTimeDate(text)
    }

    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let shortDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`
    private static func isFixedDate(_ text: Span<UInt8>) -> Bool {
        guard text.count == 29, shortDays.contains(where: { text.holds(word: $0, at: 0) }),
            text.holds(word: ", ", at: 3),
            let day = text.decimal(at: 5, length: 2), text.holds(" ", at: 7),
            let month = month(in: text, at: 8), text.holds(" ", at: 11),
            let year = text.decimal(at: 12, length: 4), text.holds(" ", at: 16), isTime(in: text, at: 17)
        else { return false }
        return text.holds(word: " GMT", at: 25) && CalendarDate(year: year, month: month, day: day) != nil
    }

    /// `Sunday, 06-Nov-94 08:49:37 GMT`. The century is open; taking it as 2000 matters to 29 February of year 00 alone.
    private static func isRFC850Date(_ text: Span<UInt8>) -> Bool {
        guard let name = days.first(where: { text.holds(word: $0, at: 0) }) else { return false }
        let start = name.utf8.count &+ 2
        guard text.count == start &+ 22, text.holds(word: ", ", at: start &- 2),
            let day = text.decimal(at: start, length: 2), text.holds("-", at: start &+ 2),
            let month = month(in: text, at: start &+ 3), text.holds("-", at: start &+ 6),
            let year = text.decimal(at: start &+ 7, length: 2), text.holds(" ", at: start &+ 9),
            isTime(in: text, at: start &+ 10), text.holds(word: " GMT", at: start &+ 18)
        else { return false }
        return CalendarDate(year: 2000 &+ year, month: month, day: day) != nil
    }

    /// `Sun Nov  6 08:49:37 1994`
    private static func isASCTimeDate(_ text: Span<UInt8>) -> Bool {
        guard text.count == 24, shortDays.contains(where: { text.holds(word: $0, at: 0) }), text.holds(" ", at: 3),
            let month = month(in: text, at: 4), text.holds(" ", at: 7),
            let day = text.holds(" ", at: 8) ? text.decimal(at: 9, length: 1) : text.decimal(at: 8, length: 2),
            text.holds(" ", at: 10), isTime(in: text, at: 11), text.holds(" ", at: 19),
            let year = text.decimal(at: 20, length: 4)
        else { return false }
        return CalendarDate(year: year, month: month, day: day) != nil
    }

    private static func month(in text: Span<UInt8>, at index: Int) -> Int? {
        months.firstIndex { text.holds(word: $0, at: index) }.map { $0 &+ 1 }
    }

    private static func isTime(in text: Span<UInt8>, at index: Int) -> Bool {
        ClockTime(text, at: index)?.end == index &+ 8
    }
}

import JSONCore
import OpenAPIModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Header fields that tell clients of an operation's end: `Deprecation` (RFC 9745) and `Sunset` (RFC 8594).
///
/// Both are dates by their specifications, and `deprecated: true` has none: the dates come from
/// `x-specrouter-deprecated-at` and `x-specrouter-sunset`, and without one nothing is sent.
struct OperationNotices {
    static let keys = ["x-specrouter-deprecated-at", "x-specrouter-sunset"]

    private(set) var fields: [HeaderField] = []
    private(set) var faults: [DescriptionSettings.Setting] = []

    /// - Parameter settings: what comes later counts more.
    init(_ settings: [DescriptionSettings.Setting]) {
        if let deprecated = date(Self.keys[0], settings) {
            fields.append(("Deprecation", "@\(Int64(deprecated.timeIntervalSince1970))"))
        }
        if let sunset = date(Self.keys[1], settings) { fields.append(("Sunset", Self.httpDate(sunset))) }
    }

    private mutating func date(_ key: String, _ settings: [DescriptionSettings.Setting]) -> Date? {
        guard let setting = settings.last(where: { $0.key == key }) else { return nil }
        let text = setting.value.string ?? ""
        var full = text.utf8.count == 10 ? text + "T00:00:00Z" : text
        let date = full.withUTF8 { InternetTimestamp.date($0.span) }
        if date == nil { faults.append(setting) }
        return date
    }

    /// RFC 9110, section 5.6.7.
    private static func httpDate(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let days = (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400
        let clock = seconds - days * 86_400
        let day = CivilDate(daysSince1970: days)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let weekday = weekdays[((days + 4) % 7 + 7) % 7]
        let time = [clock / 3600, clock / 60 % 60, clock % 60].map(two).joined(separator: ":")
        let year = String(repeating: "0", count: max(0, 4 - String(day.year).count)) + String(day.year)
        return "\(weekday), \(two(day.day)) \(months[(day.month - 1) % 12]) \(year) \(time) GMT"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension Response {
    /// Those that the node has not set itself.
    mutating func add(_ notices: [HeaderField]) {
        for notice in notices where firstField(notice.name.lowercased()) == nil { fields.append(notice) }
    }
}

import JSONCore
import SpecRouter

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Date {
    /// A date and time of RFC 3339, section 5.6, in whole seconds: a fraction is dropped.
    init?(internetTime text: String) {
        var text = text
        guard let date = text.withUTF8Span({ InternetTimestamp.date($0) }) else { return nil }
        self.init(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    }
}

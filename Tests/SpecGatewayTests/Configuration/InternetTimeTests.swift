import Foundation
import Testing

@testable import SpecGateway

struct `A date with time` {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2030-01-01T00:00:00Z", 1_893_456_000), ("2000-02-29T12:34:56Z", 951_827_696),
        ("2000-03-01t00:00:00z", 951_868_800), ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
        ("2024-12-31T23:59:60Z", 1_735_689_600), ("2030-01-01T01:30:00.123+01:30", 1_893_456_000),
        ("2029-12-31T16:00:00-08:00", 1_893_456_000),
    ])
    func `is read`(_ text: String, _ seconds: Double) {
        #expect(Date(internetTime: text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: ["", "2030-01-01", "2030-01-01T00:00:00", "2030-01-01T00:00:00+1:00", "2030-0x-01T00:00:00Z"])
    func `is nil otherwise`(_ text: String) {
        #expect(Date(internetTime: text) == nil)
    }
}

import Foundation
import JSONCore
import Testing

@testable import SpecRouter

struct JSONCodingTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-03-01T12:30:00Z", 1_772_368_200), ("2026-03-01t12:30:00z", 1_772_368_200),
        ("2026-03-01T13:30:00+01:00", 1_772_368_200), ("2026-03-01T11:00:00-01:30", 1_772_368_200),
        ("2026-03-01T12:30:00.25Z", 1_772_368_200.25), ("1969-12-31T23:59:59.5Z", -0.5),
        ("2000-02-29T00:00:00Z", 951_782_400), ("1900-03-01T00:00:00Z", -2_203_891_200),
        ("1990-12-31T23:59:60Z", 662_688_000), ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func `dates are read as RFC 3339 writes them`(text: String, seconds: Double) throws {
        #expect(try JSONCoding.decode(Date.self, from: JSONCoding.string(text)).timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "", "2026-03-01", "2026-03-01T12:30:00", "2026-03-01 12:30:00Z", "2026-02-29T00:00:00Z", "2026-00-01T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-04-31T00:00:00Z", "1900-02-29T00:00:00Z", "2026-03-01T24:00:00Z",
        "2026-03-01T12:60:00Z", "2026-03-01T12:30:61Z", "2026-03-01T12:30:00.Z", "2026-03-01T12:30:00+0100",
        "2026-03-01T12:30:00+24:00", "2026-03-01T12:30:00Zx", "2026-03-01T12:30Z", "+026-03-01T12:30:00Z",
        "2026-03-01T12:30:00+",
    ])
    func `what is no date is an error with its place`(text: String) throws {
        let error = #expect(throws: DecodingError.self) {
            try JSONCoding.decode([Date].self, from: JSON(parsing: "[\"\(text)\"]"))
        }
        guard case .dataCorrupted(let context) = error else { return }
        #expect(context.codingPath.map(\.intValue) == [0])
        #expect(context.debugDescription == "Expected was a date and time by RFC 3339.")
    }

    /// Foundation has the Julian calendar before 1582, RFC 3339 the Gregorian one always.
    @Test func `dates are written as Foundation writes them, and read back`() throws {
        for seconds in stride(from: -62_167_219_200.0, through: 253_402_300_799, by: 86_399 * 997) {
            let date = Date(timeIntervalSince1970: seconds)
            let json = try JSONCoding.encode(date).json
            if seconds > -12_219_292_800 { #expect(json.string == date.formatted(.iso8601)) }
            #expect(try JSONCoding.decode(Date.self, from: json) == date)
        }
        for extreme in [1e300, -1e300, 253_402_300_800, -62_167_219_201] {
            #expect(throws: Never.self) { try JSONCoding.encode(Date(timeIntervalSince1970: extreme)) }
        }
    }

    @Test func `UUIDs are read in either case and written in lower case`() throws {
        for _ in 0..<100 {
            let uuid = UUID()
            for text in [uuid.uuidString, uuid.uuidString.lowercased()] {
                #expect(try JSONCoding.decode(UUID.self, from: JSONCoding.string(text)) == uuid)
            }
            #expect(try JSONCoding.encode(uuid).json.string == uuid.uuidString.lowercased())
        }
        for wrong in [
            "", "3f2b8c1e", "3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d1g", "3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d100",
            "3f2b8c1e08f0a-4f83-9d5e-6a3f1c2b7d10", "{f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d1}",
        ] {
            #expect(throws: DecodingError.self) { try JSONCoding.decode(UUID.self, from: JSONCoding.string(wrong)) }
        }
    }

    @Test func `data and URLs are text`() throws {
        struct Upload: Codable, Equatable { var data: Data, url: URL }
        let upload = Upload(data: Data([1, 2, 255]), url: try #require(URL(string: "https://example.com/a?b=c")))
        let json = try JSONCoding.encode(upload).json
        #expect(json["data"]?.string == "AQL/" && json["url"]?.string == "https://example.com/a?b=c")
        #expect(try JSONCoding.decode(Upload.self, from: json) == upload)
        #expect(throws: DecodingError.self) { try JSONCoding.decode(Data.self, from: JSONCoding.string("?")) }
        #expect(throws: DecodingError.self) { try JSONCoding.decode(UUID.self, from: JSONCoding.null) }
    }
}

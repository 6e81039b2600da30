import JSONCore
import SpecRouter
import SpecRouterFuzzing
import Testing

/// `decode(encode(v)) == v` over the domain that each style states; outside of it the encoder refuses.
@Suite struct ParameterRoundTripTests {
    /// By way, in the catalogue's order.
    private static let ways: [(way: String, entries: [ParameterCatalogue.Entry])] = {
        var ways: [(way: String, entries: [ParameterCatalogue.Entry])] = []
        for entry in ParameterCatalogue.entries {
            if ways.last?.way != entry.way { ways.append((entry.way, [])) }
            ways[ways.count - 1].entries.append(entry)
        }
        return ways
    }()

    @Test func `the catalogue has every style, document and list`() {
        #expect(Self.ways.count == 18 + 15 + 13)
    }

    @Test(arguments: ways.map(\.way))
    func `what is written is read as the same value`(way: String) throws {
        let entries = try #require(Self.ways.first { $0.way == way }).entries
        let rounds = 4_000 / entries.count
        var written = 0
        for (number, entry) in entries.enumerated() {
            let schema = try JSON(parsing: entry.schema)
            var values = ParameterValues(seed: UInt64(number))
            for _ in 0..<rounds {
                let value = values.value(for: schema)
                let isWritten = try ParameterProperties.checkRoundTrip(
                    value, of: entry, "\(entry.way), \(entry.schema)")
                written += isWritten ? 1 : 0
            }
        }
        // Of the values that are made up, the domain of no style has fewer.
        #expect(written >= 500, "\(written)")
    }
}

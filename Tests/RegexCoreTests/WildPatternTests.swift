import JSONCore
import RegexCore
import Testing

@Suite(.needsForeignData) struct WildPatternTests {
    @Test func `patterns of public API descriptions compile or are refused for a reason`() throws {
        var compiled: [ECMAPattern.Tier: Int] = [:]
        var refused: [String: String] = [:]
        for entry in try ForeignData.json("regex-patterns/openapi-specs.json").elements {
            let source = try #require(entry["pattern"]?.string)
            do throws(ECMAPatternError) {
                compiled[try ECMAPattern(source).tier, default: 0] += 1
            } catch {
                refused[source] = error.description
            }
        }
        #expect(compiled[.shape, default: 0] >= 179)
        #expect(compiled[.dfa, default: 0] >= 64)
        #expect(compiled.values.reduce(0, +) >= 245)
        #expect(refused == Self.refused)
    }

    /// Other dialects' flags, and what is said about them.
    private static let refused: [String: String] = {
        let reason = """
            Flags such as "(?i)" and "(?i:...)" are not supported: JSON Schema has no place for them. \
            Spell both cases out, as in "[Aa]". (at offset 0)
            """
        let sources = [
            "(?i)^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", "(?i)^(all|none)$",
            "(?i)^(pay|details)$", "(?i)^COPY INTO .*",
        ]
        return Dictionary(uniqueKeysWithValues: sources.map { ($0, reason) })
    }()
}

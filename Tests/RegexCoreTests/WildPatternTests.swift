import JSONCore
import RegexCore
import Testing

@Suite(.needsForeignData) struct WildPatternTests {
    @Test func `patterns of public API descriptions compile or are refused for a reason`() throws {
        var compiled: [ECMAPattern.Tier: Int] = [:]
        var refused: [String] = []
        for entry in try ForeignData.json("regex-patterns/openapi-specs.json").elements {
            let source = try #require(entry["pattern"]?.string)
            do throws(ECMAPatternError) {
                compiled[try ECMAPattern(source).tier, default: 0] += 1
            } catch {
                refused.append(source)
            }
        }
        let total = compiled.values.reduce(refused.count, +)
        print("Patterns: \(total), by tier: \(compiled), refused: \(refused.count)")
        #expect(total >= 249)
        #expect(compiled[.shape, default: 0] >= 179)
        #expect(compiled[.dfa, default: 0] >= 64)
        #expect(refused.allSatisfy { $0.hasPrefix("(?i)") })
    }
}

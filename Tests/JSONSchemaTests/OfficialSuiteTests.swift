import JSONCore
import JSONSchema
import Testing

@Suite(.enabled(if: SuiteData.isUsable, "The official suite is not beside this package."))
struct OfficialSuiteTests {
    @Test(
        "Every required case of a draft is judged as the official suite says",
        arguments: [
            (SchemaDialect.draft4, 618), (.draft6, 839), (.draft7, 927), (.draft201909, 1_259), (.draft202012, 1_299),
        ])
    func requiredCases(dialect: SchemaDialect, minimum: Int) throws {
        var run = SuiteRun(.init(dialect: dialect, formats: .annotate), registry: try SuiteData.remotes(dialect))
        for path in try SuiteData.files(in: SuiteData.suite + "/tests/" + dialect.rawValue) {
            run.run(try SuiteData.json(at: path), named: path.split(separator: "/").suffix(2).joined(separator: "/"))
        }
        #expect(run.count >= minimum)
    }
}

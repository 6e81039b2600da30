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
        #expect(try cases(of: dialect, in: "", .annotate) >= minimum)
    }

    /// Formats have their own folder, and are asserted there.
    @Test(
        "Every optional case of a draft is judged as the official suite says",
        arguments: [
            (SchemaDialect.draft4, 319), (.draft6, 431), (.draft7, 794), (.draft201909, 915), (.draft202012, 926),
        ])
    func optionalCases(dialect: SchemaDialect, minimum: Int) throws {
        let count = try cases(of: dialect, in: "/optional", .annotate)
        #expect(try count + cases(of: dialect, in: "/optional/format", .assert) >= minimum)
    }

    private func cases(of dialect: SchemaDialect, in folder: String, _ formats: SchemaCompiler.Formats) throws -> Int {
        var run = SuiteRun(.init(dialect: dialect, formats: formats), registry: try SuiteData.remotes())
        for path in try SuiteData.files(in: SuiteData.suite + "/tests/" + dialect.rawValue + folder) {
            let name = path.split(separator: "/").suffix(3).joined(separator: "/")
            run.options.formats = name == "draft7/optional/content.json" ? .assert : formats
            run.run(try SuiteData.json(at: path), named: name)
        }
        return run.count
    }
}

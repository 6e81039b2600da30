import Foundation
import JSONCore
import JSONSchema
import Testing

@Suite struct OwnSuiteTests {
    @Test(
        "Our own cases, in the official suite's format, are judged as they say",
        arguments: [
            ("openapi-2.0", SchemaDialect.openAPI20, 13), ("openapi-3.0", .openAPI30, 45),
            ("openapi-3.1", .openAPI31, 17), ("openapi-3.2", .openAPI32, 7), ("references", .draft202012, 11),
        ])
    func ownCases(file: String, dialect: SchemaDialect, minimum: Int) throws {
        var run = SuiteRun(.init(dialect: dialect))
        run.run(try SuiteData.json(at: SuiteData.root + "/Fixtures/schema/\(file).json"), named: file)
        #expect(run.count >= minimum)
    }
}

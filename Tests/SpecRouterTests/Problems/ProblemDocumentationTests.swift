import SpecRouter
import Testing

@Suite("The table of problems")
struct ProblemDocumentationTests {
    static let rows = Problem.Kind.allCases.map { kind in
        "| `\(kind.rawValue)` | \(kind.status) | \(kind.advice.cause) | \(kind.advice.remedy) |"
    }

    @Test func `lists every problem as it is`() throws {
        #expect(try DocumentationPage.rows(of: "Problems") == Self.rows, "\(Self.rows.joined(separator: "\n"))")
    }

    @Test func `is written in sentences`() {
        for kind in Problem.Kind.allCases {
            #expect(kind.advice.cause.hasSuffix(".") && kind.advice.remedy.hasSuffix("."), "\(kind)")
        }
    }
}

import OpenAPIModel
import Testing

@Suite("A listing of findings")
struct DiagnosticListingTests {
    private func finding(
        _ severity: Diagnostic.Severity, _ message: String, line: Int, column: Int = 1, file: String = "a.yaml",
        operation: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity, .unknownField, message, hint: "Mend it.",
            location: SourceLocation(file: file, line: line, column: column), operation: operation)
    }

    private func listing(_ diagnostics: [Diagnostic]) -> [String] {
        let text = DiagnosticListing(diagnostics).rendered(color: .none, excerpts: false)
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return text.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        ([1], []), ([1, 7], ["    The same in line 7."]), ([1, 1, 7, 7, 9], ["    The same in lines 7 and 9."]),
        ([3, 3], []), (Array(1...6), ["    The same in lines 2, 3, 4, 5 and 6."]),
        (Array(1...9), ["    The same in lines 2, 3, 4, 5, 6 and 3 more."]),
    ])
    func `says once what is the same in several places`(lines: [Int], others: [String]) {
        let found = lines.enumerated().map { finding(.warning, "Odd.", line: $1, column: $0 + 1) }
        let expected = ["a.yaml:\(lines[0]):1: warning: Odd. [unknown-field]", "    Mend it."] + others
        #expect(listing(found) == expected)
    }

    @Test func `keeps apart what differs in words, severity or file, and errors in different places`() {
        let found = [
            finding(.warning, "Odd.", line: 1), finding(.warning, "Even.", line: 2), finding(.note, "Odd.", line: 3),
            finding(.warning, "Odd.", line: 4, file: "b.yaml"), finding(.error, "Wrong.", line: 5),
            finding(.error, "Wrong.", line: 6),
        ]
        #expect(listing(found).count == 12)
    }

    @Test(arguments: [
        (["GET /a"], "    disables GET /a"), (["GET /a", "GET /b"], "    disables GET /a and GET /b"),
        (["A", "B", "C", "D", "E"], "    disables A, B, C and 2 more"),
    ])
    func `says an error once for the operations that it disables`(operations: [String], line: String) {
        let found = operations.map { finding(.error, "Wrong.", line: 5, operation: $0) }
        #expect(listing(found) == ["a.yaml:5:1: error: Wrong. [unknown-field]", line, "    Mend it."])
    }

    @Test(arguments: [(Diagnostic.Severity.error, 100), (.warning, 20), (.note, 20)])
    func `tells the first of many of one code, and how many more there are`(
        severity: Diagnostic.Severity, shown: Int
    ) {
        let some = (1...shown).map { finding(severity, "Wrong \($0).", line: $0) }
        #expect(listing(some).count == 2 * shown)
        let one = listing(some + [finding(severity, "Wrong again.", line: 999)])
        let name = severity.rawValue
        #expect(one.last == "... and 1 more \(name) [unknown-field]; `specrouter check --json` lists all.")
        let two = listing(some + (1...2).map { finding(severity, "Wrong again.", line: 999 + $0) })
        #expect(two.last == "... and 2 more \(name)s [unknown-field]; `specrouter check --json` lists all.")
        #expect(two.count == 2 * shown + 1)
    }

    @Test func `stands in the order of the sources, the first one named first`() {
        let found = [
            finding(.note, "1.", line: 7, file: "b.yaml"), finding(.note, "2.", line: 2), finding(.note, "3.", line: 1),
            finding(.error, "4.", line: 3, file: "b.yaml"), Diagnostic(.error, .syntax, "5."),
        ]
        #expect(found.inSourceOrder().map(\.message) == ["5.", "4.", "1.", "3.", "2."])
    }
}

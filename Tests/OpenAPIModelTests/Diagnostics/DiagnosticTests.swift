import OpenAPIModel
import Testing

@Test(arguments: [
    (Diagnostic(.error, .syntax, "Broken."), "error: Broken. [syntax]"),
    (
        Diagnostic(
            .warning, .unknownField, "Odd.", hint: "Remove it.",
            location: SourceLocation(file: "a.yaml", line: 3, column: 7)),
        "a.yaml:3:7: warning: Odd. [unknown-field]\n    Remove it."
    ),
])
func `A diagnostic reads like a compiler's`(diagnostic: Diagnostic, text: String) {
    #expect(diagnostic.rendered(color: .none) == text)
}

/// Why a text is not a document, before it has a file's name.
struct SyntaxFault: Error {
    var code: Diagnostic.Code
    var message: String
    var hint: String?
    var position: SourcePosition

    init(_ code: Diagnostic.Code, _ message: String, hint: String? = nil, at position: SourcePosition) {
        self.code = code
        self.message = message
        self.hint = hint
        self.position = position
    }

    func diagnostic(in name: String) -> Diagnostic {
        let location = SourceLocation(file: name, line: position.line, column: position.column)
        return Diagnostic(.error, code, message, hint: hint, location: location)
    }
}

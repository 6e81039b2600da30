import JSONCore
import JSONSchema
package import OpenAPIModel
import SpecRouter

/// Everything that can be said of a description without nodes: what `specrouter check` prints.
package struct DescriptionCheck: Sendable {
    package let diagnostics: [Diagnostic]
    /// One line: the name, operations, webhooks, errors and warnings.
    package let summary: String

    /// Compiles what was read, with every operation answered and every credential taken, so that only the description's
    /// own faults show.
    package init(_ loaded: LoadedDescription, name: String, levels: [Diagnostic.Code: LintLevel] = [:]) {
        guard let document = loaded.document else {
            diagnostics = loaded.diagnostics
            summary = "\(name): not readable, \(Self.counts(diagnostics))"
            return
        }
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        var policy = Policy()
        policy.unboundOperations = .fallback
        let input = SpecInput(
            document: document, diagnostics: loaded.diagnostics, nodes: nodes, security: .acceptAny, policy: policy)
        let linter = Linter(levels: levels)
        let compiled = APICompiler().compile([input]).diagnostics
        diagnostics = (linter.settled(compiled, of: document) + linter.findings(in: document)).inSourceOrder()
        let webhooks = document.webhooks.isEmpty ? "" : ", " + counted(document.webhooks.count, "webhook")
        let operations = counted(document.operations.count, "operation") + webhooks
        summary = "\(name): \(operations), \(Self.counts(diagnostics))"
    }

    private static func counts(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        return counted(errors, "error") + ", " + counted(warnings, "warning")
    }

    /// The findings as an array of objects.
    package static func json(_ diagnostics: [Diagnostic]) -> String {
        var writer = JSONWriter(layout: .pretty)
        writer.beginArray()
        for diagnostic in diagnostics { write(diagnostic, to: &writer) }
        writer.endArray()
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private static func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("severity", diagnostic.severity.rawValue)
        writer.member("code", diagnostic.code.rawValue)
        writer.member("message", diagnostic.message)
        if let hint = diagnostic.hint { writer.member("hint", hint) }
        if let location = diagnostic.location { writer.members(of: location) }
        if let pointer = diagnostic.pointer { writer.member("pointer", pointer.description) }
        if let operation = diagnostic.operation { writer.member("operation", operation) }
        writer.endObject()
    }
}

extension JSONWriter {
    /// `file`, `line` and `column`, in the object that is open.
    mutating func members(of location: SourceLocation) {
        member("file", location.file)
        key("line")
        int(Int64(location.line))
        key("column")
        int(Int64(location.column))
    }
}

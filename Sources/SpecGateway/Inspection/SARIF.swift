import JSONCore
package import OpenAPIModel

/// Findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), which editors and code hosts show
/// beside the lines that they are about.
package enum SARIF {
    /// One run with all findings; each kind of finding is a rule.
    package static func log(of diagnostics: [Diagnostic]) -> String {
        var writer = JSONWriter(layout: .pretty)
        writer.beginObject()
        writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        writer.member("version", "2.1.0")
        writer.key("runs")
        writer.beginArray()
        writer.beginObject()
        let codes = Set(diagnostics.map(\.code.rawValue)).sorted()
        writeTool(codes, to: &writer)
        // Columns are counted as those of `SourceLocation` are.
        writer.member("columnKind", "unicodeCodePoints")
        writer.key("results")
        writer.beginArray()
        for diagnostic in diagnostics { write(diagnostic, codes, to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.endArray()
        writer.endObject()
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private static func writeTool(_ codes: [String], to writer: inout JSONWriter) {
        writer.key("tool")
        writer.beginObject()
        writer.key("driver")
        writer.beginObject()
        writer.member("name", "SpecRouter")
        writer.member("version", SpecRouterVersion.current)
        writer.key("rules")
        writer.beginArray()
        for code in codes {
            writer.beginObject()
            writer.member("id", code)
            if let explanation = DiagnosticExplanation.table[Diagnostic.Code(rawValue: code)] {
                write(explanation.cause, as: "shortDescription", to: &writer)
                write(explanation.remedy, as: "help", to: &writer)
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endObject()
    }

    private static func write(_ diagnostic: Diagnostic, _ codes: [String], to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("ruleId", diagnostic.code.rawValue)
        if let index = codes.firstIndex(of: diagnostic.code.rawValue) {
            writer.key("ruleIndex")
            writer.int(Int64(index))
        }
        writer.member("level", diagnostic.severity.rawValue)
        write(
            [diagnostic.message, diagnostic.hint].compactMap(\.self).joined(separator: "\n"), as: "message", to: &writer
        )
        if let location = diagnostic.location { write(location, to: &writer) }
        writer.endObject()
    }

    private static func write(_ text: String, as name: String, to writer: inout JSONWriter) {
        writer.key(name)
        writer.beginObject()
        writer.member("text", text)
        writer.endObject()
    }

    private static func write(_ location: SourceLocation, to writer: inout JSONWriter) {
        writer.key("locations")
        writer.beginArray()
        writer.beginObject()
        writer.key("physicalLocation")
        writer.beginObject()
        writer.key("artifactLocation")
        writer.beginObject()
        writer.member("uri", PercentCoding.encodedPath(location.file))
        writer.endObject()
        writer.key("region")
        writer.beginObject()
        writer.key("startLine")
        writer.int(Int64(location.line))
        writer.key("startColumn")
        writer.int(Int64(location.column))
        writer.endObject()
        writer.endObject()
        writer.endObject()
        writer.endArray()
    }
}

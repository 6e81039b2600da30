import JSONSchema

/// Findings as people read them: each said once, with all places that it is about, and no code more often than anybody
/// wants to read.
package struct DiagnosticListing {
    /// Of one code.
    private static let shownErrors = 100
    private static let shownOthers = 20
    fileprivate static let shownLines = 5
    fileprivate static let shownOperations = 3

    /// What several findings say.
    fileprivate struct Entry {
        var diagnostic: Diagnostic
        /// Those after the first.
        var lines: [Int] = []
        var operations: [String] = []
        /// How many findings it stands for.
        var count = 0
    }

    private struct Kind: Hashable {
        var severity: Diagnostic.Severity
        var code: Diagnostic.Code
    }

    private var entries: [Entry] = []
    /// Those that are not told, in the order in which they were met.
    private var untold: [(kind: Kind, count: Int)] = []

    package init(_ diagnostics: [Diagnostic]) {
        var known: [Diagnostic: Int] = [:]
        for diagnostic in diagnostics {
            let index = known[Self.sense(of: diagnostic)] ?? entries.count
            known[Self.sense(of: diagnostic)] = index
            if index == entries.count { entries.append(Entry(diagnostic: diagnostic)) }
            entries[index].add(diagnostic)
        }
        leaveOut()
    }

    /// What two findings have in common that are told as one. Errors are mended one by one, so they keep their places.
    private static func sense(of diagnostic: Diagnostic) -> Diagnostic {
        var sense = diagnostic
        sense.operation = nil
        sense.pointer = nil
        sense.excerpt = nil
        guard diagnostic.severity != .error else { return sense }
        sense.location = diagnostic.location.map { SourceLocation(file: $0.file, line: 0, column: 0) }
        return sense
    }

    private mutating func leaveOut() {
        var told: [Kind: Int] = [:]
        var left: [Kind: Int] = [:]
        entries.removeAll { entry in
            let kind = Kind(severity: entry.diagnostic.severity, code: entry.diagnostic.code)
            told[kind, default: 0] += 1
            let isTold = told[kind, default: 0] <= (kind.severity == .error ? Self.shownErrors : Self.shownOthers)
            if isTold { return false }
            if left[kind] == nil { untold.append((kind, 0)) }
            left[kind, default: 0] += entry.count
            return true
        }
        untold = untold.map { ($0.kind, left[$0.kind, default: 0]) }
    }

    /// Each line ended.
    package func rendered(color: ColorChoice, excerpts: Bool) -> String {
        let told = entries.map { $0.rendered(color: color, excerpts: excerpts) }
        let rest = untold.map { kind, count in
            "... and \(counted(count, "more \(kind.severity.rawValue)")) [\(kind.code)]; `specrouter check --json` lists all."
        }
        return (told + rest).map { $0 + "\n" }.joined()
    }
}

extension DiagnosticListing.Entry {
    fileprivate mutating func add(_ other: Diagnostic) {
        count += 1
        if let operation = other.operation, !operations.contains(operation) { operations.append(operation) }
        guard count > 1, let line = other.location?.line, line != diagnostic.location?.line, line != lines.last
        else { return }
        lines.append(line)
    }

    fileprivate func rendered(color: ColorChoice, excerpts: Bool) -> String {
        var shown = diagnostic
        shown.operation = operations.isEmpty ? nil : Self.list(operations, DiagnosticListing.shownOperations)
        let text = shown.rendered(color: color, excerpt: excerpts)
        guard !lines.isEmpty else { return text }
        let numbers = Self.list(lines.map(String.init), DiagnosticListing.shownLines)
        return text + "\n    The same in line\(lines.count > 1 ? "s" : "") \(numbers)."
    }

    /// "a", "a and b", "a, b and 7 more".
    private static func list(_ names: [String], _ limit: Int) -> String {
        let rest = names.count - limit
        let shown = rest > 0 ? Array(names.prefix(limit)) + ["\(rest) more"] : names
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }
}

/// Collects diagnostics, each once, with the operations that they disable.
struct DiagnosticLog {
    /// What was come across while reading something: enough to hold it against every operation that uses it.
    struct Findings {
        fileprivate(set) var entries: [Int] = []
        /// Schemas in use.
        var schemas: [Place] = []

        mutating func add(_ other: Findings) {
            entries += other.entries
            schemas += other.schemas
        }
    }

    private struct Entry {
        var diagnostic: Diagnostic
        /// For the order among documents.
        var document: Int
        var operations = 0
    }

    private var entries: [Entry] = []
    private var known: [Diagnostic: Int] = [:]

    /// Also remembers it in `findings`.
    mutating func add(_ diagnostic: Diagnostic, document: Int, to findings: inout Findings) {
        if let index = known[diagnostic] {
            findings.entries.append(index)
            return
        }
        known[diagnostic] = entries.count
        findings.entries.append(entries.count)
        entries.append(Entry(diagnostic: diagnostic, document: document))
    }

    /// Answers whether any of the findings is an error, and holds these against the operation.
    mutating func disable(_ operation: String, for findings: Findings) -> Bool {
        var isBroken = false
        for index in Set(findings.entries) where entries[index].diagnostic.severity == .error {
            isBroken = true
            entries[index].operations += 1
            if entries[index].diagnostic.operation == nil {
                entries[index].diagnostic.operation = operation
            }
        }
        return isBroken
    }

    /// By document, file (a document's findings may be in its overlays), line and column.
    func sorted() -> [Diagnostic] {
        entries.sorted { left, right in
            if left.document != right.document { return left.document < right.document }
            return left.diagnostic.precedes(right.diagnostic)
        }
        .map { entry in
            var diagnostic = entry.diagnostic
            if entry.operations > 1 {
                let count = "\(entry.operations) operations need it."
                diagnostic.hint = diagnostic.hint.map { $0 + " " + count } ?? count
            }
            return diagnostic
        }
    }
}

extension [Diagnostic] {
    /// By file, the first one named first, then by line and column.
    package func inSourceOrder() -> [Diagnostic] {
        var ranks: [String: Int] = [:]
        for file in lazy.compactMap(\.location?.file) where ranks[file] == nil { ranks[file] = ranks.count }
        func rank(_ diagnostic: Diagnostic) -> Int { diagnostic.location.flatMap { ranks[$0.file] } ?? -1 }
        return sorted { left, right in
            rank(left) == rank(right) ? left.precedes(right) : rank(left) < rank(right)
        }
    }
}

extension Diagnostic {
    fileprivate func precedes(_ other: Diagnostic) -> Bool {
        let (left, right) = (location, other.location)
        if left?.file != right?.file { return (left?.file ?? "") < (right?.file ?? "") }
        if left?.line != right?.line { return (left?.line ?? 0) < (right?.line ?? 0) }
        if left?.column != right?.column { return (left?.column ?? 0) < (right?.column ?? 0) }
        if severity != other.severity { return severity < other.severity }
        return message < other.message
    }
}

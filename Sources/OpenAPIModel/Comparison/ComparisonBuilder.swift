import JSONCore

/// Finds the differences, operation by operation.
struct ComparisonBuilder {
    let old: OpenAPIDocument
    let new: OpenAPIDocument
    private(set) var changes: [DescriptionChange] = []
    /// Of the operation that is being compared.
    private var operation = ""

    init(old: OpenAPIDocument, new: OpenAPIDocument) {
        self.old = old
        self.new = new
    }

    mutating func compareOperations() {
        let before = Self.table(old)
        let after = Self.table(new)
        for candidate in new.operations + new.webhooks {
            operation = candidate.key
            guard let known = before[candidate.comparisonKey] else {
                add(.added, DescriptionChange.wholeOperation, after: candidate.place)
                continue
            }
            compare(known, candidate)
        }
        for known in old.operations + old.webhooks where after[known.comparisonKey] == nil {
            operation = known.key
            add(.removed, DescriptionChange.wholeOperation, isBreaking: true, before: known.place)
        }
    }

    private static func table(_ document: OpenAPIDocument) -> [String: Operation] {
        Dictionary((document.operations + document.webhooks).map { ($0.comparisonKey, $0) }) { first, _ in first }
    }

    private mutating func compare(_ old: Operation, _ new: Operation) {
        compareParameters(old, new)
        compareBodies(old, new)
        compareResponses(old, new)
        compareSecurity(old, new)
        if old.nodeID != new.nodeID {
            add(
                .changed, "\"x-entry-node-id\".", before: old.nodeIDPlace ?? old.place,
                after: new.nodeIDPlace ?? new.place)
        }
        if new.deprecated != old.deprecated {
            add(.changed, new.deprecated ? "it is deprecated." : "it is no longer deprecated.", after: new.place)
        }
    }

    mutating func add(
        _ kind: DescriptionChange.Kind, _ message: String, isBreaking: Bool = false, before: Place? = nil,
        after: Place? = nil
    ) {
        let change = DescriptionChange(
            kind: kind, isBreaking: isBreaking, operation: operation, message: message,
            before: before.map { old.location(of: $0) }, after: after.map { new.location(of: $0) })
        // A schema that several media types share is told of once.
        if !changes.contains(change) { changes.append(change) }
    }

    /// What the schemas at two places allow differently. What is sent to the server may be more than before, what comes
    /// from it less.
    mutating func compareSchemas(
        _ old: Place?, _ new: Place?, of subject: String, _ direction: SchemaComparison.Direction
    ) {
        var comparison = SchemaComparison(old: self.old, new: self.new)
        comparison.compare(old, new)
        for finding in comparison.findings {
            let place = finding.path.isEmpty ? subject : "\(subject) at \(finding.path)"
            add(
                finding.kind, "\(place): \(finding.message).", isBreaking: direction.isBroken(by: finding.kind),
                before: finding.before, after: finding.after)
        }
    }
}

extension Operation {
    /// The same for templates that differ in their parameters' names only.
    fileprivate var comparisonKey: String {
        var text = method + (isWebhook ? " webhook " : " ")
        var isInside = false
        for character in path {
            if character == "}" { isInside = false }
            if !isInside { text.append(character) }
            if character == "{" { isInside = true }
        }
        return text
    }
}

import JSONSchema

/// One difference between two revisions of a description, as a client of the API sees it.
public struct DescriptionChange: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case added, removed
        /// Less is taken, or answered, than before.
        case tightened
        /// More is taken, or answered, than before.
        case loosened
        /// Neither says it: something is written or checked otherwise.
        case changed
    }

    public var kind: Kind
    /// Whether a client that was right before may be refused now, or may get what it was not told of.
    public var isBreaking: Bool
    /// `"GET /pets/{id}"`, with the parameters' names of the newer revision.
    public var operation: String
    /// A sentence without the operation: what is different.
    public var message: String
    /// In the older revision; nil for what was added.
    public var before: SourceLocation?
    /// In the newer revision; nil for what was removed.
    public var after: SourceLocation?

    /// The message where a whole operation came or went.
    package static let wholeOperation = "the operation."
}

/// All differences between two revisions of a description, by operation in the order of the newer one; what was removed
/// comes last. Linear in the two documents, but for lists that are compared pair by pair.
public struct DescriptionComparison: Sendable {
    public let changes: [DescriptionChange]

    public var isBreaking: Bool { changes.contains(where: \.isBreaking) }

    public init(from old: OpenAPIDocument, to new: OpenAPIDocument) {
        var builder = ComparisonBuilder(old: old, new: new)
        builder.compareOperations()
        changes = builder.changes
    }
}

extension DescriptionComparison {
    /// One line for each change below its operation; `!` marks what breaks clients.
    public func rendered() -> String {
        var lines: [String] = []
        var operation = ""
        for change in changes {
            if change.operation != operation {
                operation = change.operation
                lines.append(operation)
            }
            let place = (change.after ?? change.before).map { " (\($0))" } ?? ""
            lines.append("  \(change.isBreaking ? "!" : " ") \(change.kind.rawValue): \(change.message)\(place)")
        }
        return lines.joined(separator: "\n")
    }

    /// How many operations came, went and are different, and how many changes break clients.
    public var summary: String {
        let breaking = changes.count(where: \.isBreaking)
        return "\(counted(changes.count, "change")), \(breaking) of them breaking"
    }
}

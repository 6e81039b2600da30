import Logging
import OpenAPIModel

/// What a reload changed, for its log line.
struct ReloadChanges {
    private let changes: [DescriptionChange]

    init(from old: [LoadedDescription], to new: [LoadedDescription]) {
        changes = zip(old, new).flatMap { old, new in
            guard let before = old.document, let after = new.document else { return [DescriptionChange]() }
            return DescriptionComparison(from: before, to: after).changes
        }
    }

    func metadata(source: String) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["source": "\(source)"]
        let whole = changes.filter { $0.message == DescriptionChange.wholeOperation }
        let parts = Set(changes.lazy.filter { $0.message != DescriptionChange.wholeOperation }.map(\.operation))
        let lists = [
            ("added", whole.filter { $0.kind == .added }.map(\.operation)),
            ("removed", whole.filter { $0.kind == .removed }.map(\.operation)), ("changed", parts.sorted()),
        ]
        for (name, operations) in lists where !operations.isEmpty { metadata[name] = "\(Self.listed(operations))" }
        let breaking = changes.count(where: \.isBreaking)
        if breaking > 0 { metadata["breaking"] = "\(breaking)" }
        return metadata
    }

    /// Long lists are cut: a log line is not the place for a thousand operations.
    private static func listed(_ keys: [String]) -> String {
        let shown = keys.prefix(20).joined(separator: ", ")
        return keys.count > 20 ? "\(shown) and \(keys.count - 20) more" : shown
    }
}

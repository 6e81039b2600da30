import JSONCore
import Logging
import SpecRouter

/// What a reload changed, by operation.
struct APIChanges: Equatable {
    var added: [String] = []
    var removed: [String] = []
    /// Those whose own object in the description changed; what they refer to is not compared.
    var changed: [String] = []

    init(from old: CompiledAPI, to new: CompiledAPI) {
        let before = Self.table(old)
        let after = Self.table(new)
        added = after.keys.filter { before[$0] == nil }.sorted()
        removed = before.keys.filter { after[$0] == nil }.sorted()
        changed = after.filter { key, value in before[key].map { $0 != value } ?? false }.keys.sorted()
    }

    private static func table(_ api: CompiledAPI) -> [String: JSON] {
        Dictionary(api.operations.map { ("\($0.method) \($0.template)", $0.description) }) { first, _ in first }
    }

    func metadata(source: String) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["source": "\(source)"]
        for (name, keys) in [("added", added), ("removed", removed), ("changed", changed)] where !keys.isEmpty {
            metadata[name] = "\(Self.listed(keys))"
        }
        return metadata
    }

    /// Long lists are cut: a log line is not the place for a thousand operations.
    private static func listed(_ keys: [String]) -> String {
        let shown = keys.prefix(20).joined(separator: ", ")
        return keys.count > 20 ? "\(shown) and \(keys.count - 20) more" : shown
    }
}

import JSONCore

/// `readOnly` and `writeOnly`: annotations that decide only which way a property may go, and only where the options say so.
extension Compilation {
    /// The keyword that marks what does not go the way of these messages; nil where there is no way.
    private var foreignMark: String? {
        switch options.direction {
        case .none: nil
        case .request: "readOnly"
        case .response: "writeOnly"
        }
    }

    func isRefused(_ schema: JSON) -> Bool {
        guard options.wrongWay == .refused, let foreignMark else { return false }
        return schema[foreignMark]?.bool == true
    }

    /// A schema for what is not to be sent takes nothing at all.
    mutating func refuseWrongWay(_ draft: inout NodeDraft) {
        guard isRefused(draft.schema), let foreignMark, let value = draft.schema[foreignMark] else { return }
        draft.kinds = []
        draft.isNullable = false
        draft.flags.insert(.never)
        draft.site = site(value, foreignMark, in: draft)
    }

    /// Whether a required property need not be there: in OpenAPI 3.0 one that is `readOnly` need not be sent, one that is
    /// `writeOnly` need not be answered; in all versions one that is refused.
    mutating func isWaived(_ name: String, in draft: NodeDraft) -> Bool {
        guard draft.dialect.direction == .decidesRequired || options.wrongWay == .refused, let foreignMark,
            var schema = draft.schema["properties"]?[name]
        else { return false }
        for _ in 0..<16 {
            if schema[foreignMark]?.bool == true { return true }
            let only = schema["allOf"]?.elements.map { $0 } ?? []
            if only.contains(where: { $0[foreignMark]?.bool == true }) { return true }
            guard let reference = schema["$ref"]?.string ?? schema["allOf"]?[0]?["$ref"]?.string,
                let target = peek(reference, from: draft.resource)
            else { return false }
            schema = target
        }
        return false
    }
}

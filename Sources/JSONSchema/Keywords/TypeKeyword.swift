package import JSONCore

extension Keyword {
    static let type = Keyword("type", .validation) { compilation, draft, value in
        guard let kinds = compilation.kinds(named: value, in: draft) else { return }
        draft.restrict(kinds, site: compilation.site(value, "type", in: draft))
        if draft.dialect.integers == .byLiteral, kinds.contains(.integer), !kinds.contains(.number) {
            draft.flags.insert(.literalIntegers)
        }
    }

    /// Acts only beside a `type` in the same object (OpenAPI 3.0.3, proposal "Clarify Semantics of nullable"), and
    /// only where the options honour it.
    static let nullable = Keyword("nullable", .openAPI) { compilation, draft, value in
        guard compilation.boolean(value, "nullable", in: draft) == true, draft.schema["type"] != nil else { return }
        draft.isNullable = compilation.options.nullable == .honoured
    }
}

extension Compilation {
    mutating func kinds(named value: JSON, in draft: NodeDraft) -> JSONKind? {
        let names = value.kind == .array ? Array(value.elements) : [value]
        var kinds: JSONKind = []
        var isKnown = true
        for name in names {
            if let kind = name.string.flatMap(JSONKind.init(schemaType:)) {
                kinds.formUnion(kind)
            } else {
                let known = "null, boolean, integer, number, string, array or object"
                refuse(name, "\"type\" must be \(known), or a list of these.", in: draft)
                isKnown = false
            }
        }
        return isKnown ? kinds : nil
    }
}

extension JSONKind {
    /// What `type` means by a name.
    package init?(schemaType name: String) {
        switch name {
        case "null": self = .null
        case "boolean": self = .boolean
        case "integer": self = .integer
        case "number": self = [.integer, .number]
        case "string": self = .string
        case "array": self = .array
        case "object": self = .object
        default: return nil
        }
    }
}

extension Evaluator {
    mutating func meetsLiteralInteger(_ entry: TapeEntry) -> Bool {
        entry.kind != .integer || entry.flags.contains(.literalIntegral)
    }

    mutating func refuseKind(_ id: Int32, _ index: Int) -> Bool {
        guard isListing else { return false }
        let node = rows.nodes[id]
        let message = node.flags.contains(.never) ? phraseOfNever(node) : "must be \(phrase(of: node.kinds))"
        return fail(site: node.site, at: index, message)
    }

    private func phraseOfNever(_ node: Node) -> String {
        switch program.tables.sites[Int(node.site)].keyword {
        case "readOnly": "must not be sent: it is read-only"
        case "writeOnly": "must not be answered: it is write-only"
        default: "must not be present"
        }
    }
}

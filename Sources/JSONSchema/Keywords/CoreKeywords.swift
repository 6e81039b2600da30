import JSONCore

/// What framing reads before anything is compiled: here only the values are checked.
extension Keyword {
    static let schemaURI = text("$schema")
    /// Draft 4.
    static let plainID = text("id")
    static let id = text("$id")
    static let anchor = text("$anchor")
    static let dynamicAnchor = text("$dynamicAnchor")
    static let recursiveAnchor = Keyword("$recursiveAnchor", .core) { compilation, draft, value in
        _ = compilation.boolean(value, "$recursiveAnchor", in: draft)
    }.thatDecidesNothing

    static let comment = text("$comment")
    static let definitions = schemas("definitions")
    static let defs = schemas("$defs")

    private static func text(_ name: String) -> Keyword {
        Keyword(name, .core) { compilation, draft, value in
            if value.kind != .string { compilation.refuse(value, "\"\(name)\" must be a string.", in: draft) }
        }.thatDecidesNothing
    }

    private static func schemas(_ name: String) -> Keyword {
        Keyword(name, .core, .map) { compilation, draft, value in
            if value.kind != .object { compilation.refuse(value, "\"\(name)\" must be an object.", in: draft) }
        }.thatDecidesNothing
    }
}

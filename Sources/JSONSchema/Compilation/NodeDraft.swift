import JSONCore

/// A node while its keywords compile.
struct NodeDraft {
    let id: Int32
    let schema: JSON
    let document: Int32
    let resource: Int32
    let dialect: Dialect
    var kinds = JSONKind.every
    var isNullable = false
    var site: Int32 = 0
    var flags: Node.Flags = []
    var instructions: [Instruction] = []
    var object = ObjectDraft()
    var links: [Link] = []

    mutating func restrict(_ kinds: JSONKind, site: Int32) {
        self.kinds = kinds
        self.site = site
    }

    mutating func append(_ opcode: Opcode, _ site: Int32, _ a: Int32 = 0, _ b: Int32 = 0) {
        instructions.append(Instruction(opcode: opcode, site: site, a: a, b: b))
    }

    /// The value of another keyword of the same schema, when the dialect knows that keyword.
    func sibling(_ name: String) -> JSON? {
        dialect.keywords[name] == nil ? nil : schema[name]
    }
}

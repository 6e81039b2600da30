import JSONCore
import RegexCore

/// Where a keyword stands: in which document, at which entry of its tape.
struct Site: Sendable {
    var document: Int32
    var index: Int32
    var keyword: String
}

/// A set of names in `slots`, and the buckets that find one by its bytes.
struct NameTable: Sendable {
    var start: Int32 = 0
    var count: Int32 = 0
    var buckets: Int32 = 0
    /// Number of buckets less one; a power of two less one.
    var mask: Int32 = 0
}

/// A name that a schema gives: a property, a required name, a string of an enumeration.
struct Slot: Sendable {
    var key: NameKey
    /// Where the name starts in `names`.
    var name: Int32
    /// What the property must match; `none` when nothing is declared under the name.
    var node: Int32
    /// One bit of the mask of required names, or zero.
    var required: UInt64
    /// As the node has them.
    var kinds: JSONKind = []
    var only = Node.several

    static let none: Int32 = -1
}

/// `properties`, `patternProperties`, `additionalProperties`, `propertyNames` and `required` of one schema: one pass.
struct ObjectPlan: Sendable {
    var table = NameTable()
    var required: UInt64 = 0
    /// Pairs of pattern and node in `lists`.
    var patterns: Int32 = 0
    var patternCount: Int32 = 0
    /// Node, or `none`, or `refused`.
    var additional: Int32 = Slot.none
    var names: Int32 = Slot.none
    var requiredSite: Int32 = 0
    var additionalSite: Int32 = 0
    var namesSite: Int32 = 0

    /// Whether a property that is declared must meet more than its own schema.
    var asksMore: Bool { patternCount > 0 || names != Slot.none }

    /// `additionalProperties: false`.
    static let refused: Int32 = -2
}

struct ContainsPlan: Sendable {
    var node: Int32
    var minimum: Int
    var maximum: Int
    var minimumSite: Int32
    var maximumSite: Int32
    /// Whether what it finds counts as evaluated for `unevaluatedItems` (from 2020-12 on).
    var marks: Bool
}

/// `enum` and `const`: strings by table, all else in `constants`.
struct Enumeration: Sendable {
    var strings = NameTable()
    var start: Int32 = 0
    var count: Int32 = 0
    /// The kinds of the constants.
    var kinds: JSONKind = []
}

/// A value that is no string: by its payload where that decides, else by comparison with `values`.
struct Constant: Sendable {
    var kind: JSONKind
    var payload: UInt64?
    var value: Int32
}

/// The branches of `anyOf` and `oneOf`.
struct Choice: Sendable {
    var start: Int32
    var count: Int32
    /// The slot of a property whose value tells the branches apart, or `Slot.none`; its values, each with its branch as `node`.
    var tag = Slot.none
    var values = NameTable()
}

/// OpenAPI's `discriminator`: names the branch to report, never changes the outcome.
struct Discriminator: Sendable {
    var property: String
    /// Values of the property and the branch that each picks.
    var branches: [(value: String, branch: Int)]
    /// The branch where no value picks one.
    var fallback: Int?
}

/// All tables of a program; instructions index them.
struct ProgramTables: Sendable {
    var nodes: [Node] = []
    /// By node and kind.
    var extents: [Node.Extent] = []
    /// By node.
    var resources: [Int32] = []
    var instructions: [Instruction] = []
    var lists: [Int32] = []
    var objects: [ObjectPlan] = []
    var slots: [Slot] = []
    var buckets: [Int32] = []
    var names: [UInt8] = []
    var bounds: [Bound] = []
    /// The bounds as they were written.
    var exactBounds: [JSONNumber] = []
    var patterns: [ECMAPattern] = []
    var textFormats: [TextFormat] = []
    var numberFormats: [NumberFormat] = []
    var assertions: [Assertion] = []
    var contains: [ContainsPlan] = []
    var enumerations: [Enumeration] = []
    /// The allowed values of each enumeration as a phrase.
    var enumerationPhrases: [String] = []
    var constants: [Constant] = []
    var values: [JSON] = []
    var choices: [Choice] = []
    /// By choice.
    var discriminators: [Int32: Discriminator] = [:]
    /// Nodes of dynamic anchors, by resource and name.
    var dynamicAnchors: [DynamicAnchor: Int32] = [:]
    var sites: [Site] = []
    var documents: [SchemaDocument] = []
    var reports = ReportTables()
}

struct DynamicAnchor: Sendable, Hashable {
    var resource: Int32
    var name: Int32
}

struct TextFormat: Sendable {
    /// Said of a value that fails.
    var wish: String
    var test: @Sendable (Span<UInt8>) -> Bool
}

struct NumberFormat: Sendable {
    /// Said of a value that fails.
    var wish: String
    var test: @Sendable (JSONNumber) -> Bool
}

struct SchemaDocument: Sendable {
    var uri: String
    var json: JSON
}

/// Compiled schemas, frozen. A class because every schema of a description shares it and nothing ever changes it.
public final class SchemaProgram: Sendable {
    /// What only reports ask for.
    let tables: ProgramTables
    let rows: ProgramRows

    init(_ tables: ProgramTables) {
        rows = ProgramRows(tables)
        self.tables = tables.withoutRows
    }

    deinit {
        rows.free()
    }

    /// The schema that `SchemaCompiler.compile` gave the handle for; a handle of another compiler accepts nothing.
    public func schema(_ entry: CompiledSchema.Entry) -> CompiledSchema {
        let isKnown = entry.node < rows.nodes.count
        return CompiledSchema(program: self, node: isKnown ? entry.node : Compilation.never)
    }

    func location(of site: Int32) -> SchemaLocation {
        let site = tables.sites[Int(site)]
        guard tables.documents.indices.contains(Int(site.document)) else {
            return SchemaLocation(document: "", pointer: JSONPointer())
        }
        let document = tables.documents[Int(site.document)]
        return SchemaLocation(document: document.uri, pointer: document.json.pointer(toEntry: Int(site.index)))
    }
}

extension JSON {
    /// The place of an entry of the same tape, as seen from this value.
    func pointer(toEntry entry: Int) -> JSONPointer {
        let pointer = tape.pointer(to: entry)
        guard index > 0 else { return pointer }
        let skipped = tape.pointer(to: index).tokens.count
        return pointer.tokens.dropFirst(skipped).reduce(JSONPointer()) { $0.appending($1) }
    }
}

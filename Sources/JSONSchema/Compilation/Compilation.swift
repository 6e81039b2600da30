import JSONCore

/// The compiler at work: resources framed so far, nodes given out, and those that wait for their keywords to be compiled.
///
/// A node gets its number before it is compiled, so that recursion costs nothing: whoever refers to a schema takes the number,
/// and a worklist does the rest.
struct Compilation: Sendable {
    /// A program for reports keeps each schema that only refers to another, and notes annotations.
    enum Purpose: Sendable { case verdicts, reports }

    struct Options: Sendable {
        var purpose = Purpose.verdicts
        var registry: SchemaRegistry
        var dialect: Dialect
        var formats: SchemaCompiler.Formats
        var direction: SchemaCompiler.Direction
        var nullable = SchemaCompiler.Nullable.honoured
        var wrongWay = SchemaCompiler.WrongWay.accepted
        var customFormats: [String: @Sendable (String) -> Bool]
    }

    /// A node that has a number and no instructions yet.
    struct Pending: Sendable {
        var id: Int32
        var place: Place
        var json: JSON
    }

    /// What is wrong at an entry of a document's tape.
    struct Fault: Sendable {
        var place: Place
        var code: SchemaError.Code
        var message: String
    }

    let options: Options
    var tables = ProgramTables()

    /// By normalized URI; nil for those that are nowhere.
    var documentIDs: [String: Int32?] = [:]
    /// Most schemas that are asked for are of one document.
    var lastNamed: (uri: String, document: Int32)?
    var documentResources: [Int32] = []
    var resources: [Resource] = []
    /// By normalized URI.
    var resourceIDs: [String: Int32] = [:]
    /// The resource of each schema that framing has found.
    var framed = PlaceMap()
    /// What references have led to, by their text, for each resource.
    var targets: [Int32: [String: Target]] = [:]
    var members = MemberLookup()
    var hasFramedAll = false
    var unknownDialects: [Place: UnknownDialect] = [:]
    /// Schemas whose name another bears as well, with the keyword that gives it.
    var repeatedNames: [Place: String] = [:]
    /// By normalized URI.
    var customDialects: [String: Result<Dialect, UnknownDialect>] = [:]

    var nodeIDs = PlaceMap()
    var worklist: [Pending] = []
    var links = LinkTable()
    var faults: [Int32: [Fault]] = [:]
    /// By the source's bytes.
    var patterns: [[UInt8]: Int32] = [:]
    var dynamicNames: [String: Int32] = [:]

    /// The node that takes everything, and the one that takes nothing.
    static let always: Int32 = 0
    static let never: Int32 = 1

    init(_ options: Options) {
        self.options = options
        tables.nodes = [Node(kinds: .every), Node(kinds: [], flags: .never)]
        tables.resources = [0, 0]
        tables.extents = [Node.Extent](repeating: Node.Extent(), count: 2 * Int(Node.Extent.count))
        tables.sites = [Site(document: -1, index: 0, keyword: "false")]
        for _ in tables.nodes { links.addNode() }
    }

    func asserts(_ dialect: Dialect) -> Bool { options.formats == .assert || dialect.assertsFormats }

    /// The node of a schema; it may still wait to be compiled.
    mutating func node(at place: Place, _ json: JSON) -> Int32 {
        var (place, json) = (place, json)
        // Schemas that only refer to another are that other. More steps than this are a circle, which is reported later.
        for _ in 0..<32 {
            guard options.purpose == .verdicts, nodeIDs[place] == nil, let target = pureReference(json, at: place)
            else { break }
            (place, json) = (target.place, target.json)
        }
        if let known = nodeIDs[place] { return known }
        let id = Int32(tables.nodes.count)
        nodeIDs[place] = id
        tables.nodes.append(Node(kinds: []))
        tables.resources.append(0)
        tables.extents.append(contentsOf: repeatElement(Node.Extent(), count: Int(Node.Extent.count)))
        links.addNode()
        worklist.append(Pending(id: id, place: place, json: json))
        return id
    }

    /// Where a schema that says nothing but `$ref` leads; nil where its resource matters to the dynamic scope.
    private mutating func pureReference(_ json: JSON, at place: Place) -> Target? {
        guard let reference = json["$ref"]?.string, let resource = framed[place],
            resources[Int(resource)].dynamicAnchors.isEmpty, unknownDialects[place] == nil,
            repeatedNames[place] == nil
        else { return nil }
        if resources[Int(resource)].dialect.references == .applyBesideSiblings {
            if isRefused(json) { return nil }
            for (key, _) in json.memberKeys where !key.textEquals("$ref") {
                if resources[Int(resource)].dialect.keywords[key]?.decides == true { return nil }
            }
        }
        return resolve(reference, from: resource)
    }

    /// The node of a subschema.
    mutating func child(_ json: JSON, _ kind: Link.Kind = .part, in draft: inout NodeDraft) -> Int32 {
        let place = Place(document: draft.document, index: Int32(json.index))
        if framed[place] == nil { frame(json, in: draft.resource) }
        let node = node(at: place, json)
        draft.links.append(Link(kind: kind, target: node))
        return node
    }

    mutating func compilePending() {
        repeat {
            while let pending = worklist.popLast() { compile(pending) }
            compileDynamicAnchors()
        } while !worklist.isEmpty
    }

    private mutating func compile(_ pending: Pending) {
        let resource = framed[pending.place] ?? documentResources[Int(pending.place.document)]
        var draft = NodeDraft(
            id: pending.id, schema: pending.json, document: pending.place.document, resource: resource,
            dialect: resources[Int(resource)].dialect)
        draft.site = site(pending.json, "false", in: draft)
        if let unknown = unknownDialects[pending.place] {
            refuse(pending.json["$schema"] ?? pending.json, .unknownDialect, unknown.message, in: draft)
        }
        switch pending.json.kind {
        case .object: compileKeywords(of: &draft)
        case .boolean where draft.dialect.booleans == .areSchemas:
            if pending.json.bool == false {
                draft.kinds = []
                draft.flags.insert(.never)
            }
        default:
            let allowed = draft.dialect.booleans == .areSchemas ? "an object or a boolean" : "an object"
            refuse(pending.json, .notASchema, "A schema must be \(allowed).", in: draft)
        }
        seal(draft)
    }

    private mutating func compileKeywords(of draft: inout NodeDraft) {
        if draft.dialect.references == .replaceSiblings, let reference = draft.schema["$ref"] {
            draft.dialect.keywords["$ref"]?.compile?(&self, &draft, reference)
            return
        }
        for (key, value) in draft.schema.memberKeys {
            draft.dialect.keywords[key]?.compile?(&self, &draft, value)
            if options.purpose == .reports { annotate(key.string ?? "", value, in: draft) }
        }
        appendProperties(in: &draft)
        refuseWrongWay(&draft)
    }

    /// Puts the node into its place and its instructions behind one another: see `Node.start`.
    private mutating func seal(_ draft: NodeDraft) {
        var layout = InstructionLayout(draft.instructions)
        var node = Node(kinds: draft.isNullable ? draft.kinds.union(.null) : draft.kinds)
        node.flags = draft.flags
        node.site = draft.site
        layout.place(in: &node) { kind, extent in
            tables.extents[Int(Node.Extent.position(of: kind, in: draft.id))] = extent
        }
        guard layout.instructions.count < Int(UInt16.max) else {
            return refuse(draft.schema, "A schema must not have more than \(UInt16.max) assertions.", in: draft)
        }
        node.start = Int32(tables.instructions.count)
        tables.instructions += layout.instructions
        tables.nodes[Int(draft.id)] = node
        tables.resources[Int(draft.id)] = draft.resource
        links.set(draft.links, of: draft.id)
    }
}

import JSONCore

/// The offset in `Evaluator.marks` of the locations that a schema has evaluated, or `noTrack` when nobody asks.
typealias Track = Int
let noTrack: Track = -1

/// Runs a program over a tape. Every condition is written once, in the keyword's own file under `Keywords/`; what becomes of a
/// broken one is the sink's affair.
struct Evaluator<Output: Sink>: ~Copyable {
    let program: SchemaProgram
    let tape: JSONTape
    let view: TapeView
    var sink: Output
    /// Above zero while only the outcome counts: in `not`, in `if`, in branches.
    var muted = 0
    /// Bit sets of evaluated members or items, a stack. JSON Schema 2020-12, section 11.
    var marks: [UInt64] = []
    /// The resources entered, outermost first, each once: the dynamic scope. Only the first of a resource can matter.
    var scope: [Int32] = []
    /// A number for each scope so far; zero for the empty one.
    var scopeID = 0
    var scopeIDs: [[Int32]: Int] = [:]
    /// Cyclic nodes under way and their instances.
    var entered: [Question] = []
    /// Verdicts of nodes that may be asked again.
    var remembered: [Question: Bool] = [:]
    var depth = 0
    /// How many more branches may be listed.
    var branchBudget = 256

    struct Question: Hashable {
        var node: Int32
        var index: Int
        var scope: Int
    }

    /// How often recursive schemas may nest; the instance's own depth is bounded by its parser.
    static var maximumDepth: Int { 1_000 }

    init(program: SchemaProgram, tape: JSONTape, view: TapeView, sink: consuming Output) {
        self.program = program
        self.tape = tape
        self.view = view
        self.sink = sink
    }

    var rows: ProgramRows { @inline(__always) get { program.rows } }

    var isListing: Bool { Output.lists && muted == 0 }

    /// Whether nothing more can be learned after a failure.
    var isDone: Bool { !isListing || sink.isFull }

    /// Records the finding when findings are listed; false, so that a check can end with it.
    mutating func fail(site: Int32, at index: Int, _ message: @autoclosure () -> String) -> Bool {
        if isListing { sink.record(Finding(site: site, index: index, message: message())) }
        return false
    }

    mutating func fail(_ instruction: Instruction, at index: Int, _ message: @autoclosure () -> String) -> Bool {
        fail(site: instruction.site, at: index, message())
    }

    /// Whether the instance at `index` meets the node. What is evaluated is marked on `track`.
    mutating func validate(_ id: Int32, _ index: Int, _ track: Track) -> Bool {
        let node = rows.nodes[id]
        let entry = view.entry(index)
        guard node.kinds.contains(entry.kind) else { return refuseKind(id, index) }
        if node.flags.isEmpty {
            return node.end == 0 || runInstructions(of: node, index, entry, track)
        }
        if node.flags.contains(.literalIntegers), !meetsLiteralInteger(entry) { return refuseKind(id, index) }
        if node.flags.isDisjoint(with: .special) { return run(node, index, entry, track) }
        return validateSpecial(id, node, index, entry, track)
    }

    /// Keeps recursion bounded and the dynamic scope right around a node that needs it.
    private mutating func validateSpecial(
        _ id: Int32, _ node: Node, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let site = rows.origins[id].site
        let resource = rows.origins[id].resource
        let entersResource = node.flags.contains(.scoped) && !scope.contains(resource)
        let outerID = scopeID
        if entersResource { enter(resource) }
        defer {
            if entersResource { scope.removeLast() }
            scopeID = outerID
        }
        let question = Question(node: id, index: index, scope: scopeID)
        let isCyclic = node.flags.contains(.cyclic)
        if isCyclic, entered.contains(question) {
            return fail(site: site, at: index, "is described by a schema that refers back to itself without end")
        }
        let isRemembered = mayRemember(node, index, entry, track)
        if isRemembered, let verdict = remembered[question] { return verdict }
        guard depth < Self.maximumDepth else {
            return fail(site: site, at: index, "must not be nested deeper than \(Self.maximumDepth) levels")
        }
        if isCyclic { entered.append(question) }
        depth += 1
        let isValid = run(node, index, entry, track)
        depth -= 1
        if isCyclic { entered.removeLast() }
        if isRemembered { remembered[question] = isValid }
        return isValid
    }

    private mutating func enter(_ resource: Int32) {
        scope.append(resource)
        if let known = scopeIDs[scope] {
            scopeID = known
        } else {
            scopeID = scopeIDs.count + 1
            scopeIDs[scope] = scopeID
        }
    }

    /// A verdict depends on node, instance and scope alone where nothing is listed or marked and no circle is under way for
    /// this very instance. Scalars and what is empty cost less than a look-up.
    private func mayRemember(_ node: Node, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        node.flags.contains(.remembered) && !isListing && track == noTrack && entry.isContainer && entry.count > 0
            && entered.last?.index != index
    }

    private mutating func run(_ node: Node, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        guard let unevaluated = node.unevaluated(for: entry.kind) else {
            return runInstructions(of: node, index, entry, track)
        }
        let own = openTrack(entry)
        var isValid = runInstructions(of: node, index, entry, own)
        if isValid { isValid = execute(rows.instructions[unevaluated], index, entry, own) }
        closeTrack(own)
        if isValid { markAll(track, entry) }
        return isValid
    }

    @inline(__always)
    private mutating func runInstructions(
        of node: Node, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let own = node.instructions(for: entry.kind)
        let common = node.commonInstructions
        if common.isEmpty { return own.isEmpty || run(own, index, entry, track) }
        var isValid = own.isEmpty || run(own, index, entry, track)
        if isValid || !isDone { isValid = run(common, index, entry, track) && isValid }
        return isValid
    }

    @inline(never)
    private mutating func run(_ range: Range<Int32>, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        var isValid = true
        for position in range {
            if execute(rows.instructions[position], index, entry, track) { continue }
            isValid = false
            if isDone { return false }
        }
        return isValid
    }
}

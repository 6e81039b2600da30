import JSONCore

/// The offset in `Traversal.marks` of the locations that a schema has evaluated, or `noTrack` when nobody asks.
typealias Track = Int
let noTrack: Track = -1

/// Runs a program over a tape. (Look-ups on the hot path are `mutating`: a value that cannot be copied is handed to a method that
/// is not by copying it to the stack, 136 bytes at each call.)
/// Every condition is written once, in the keyword's own file under `Keywords/`; what becomes of a
/// broken one is the sink's affair.
struct Evaluator<Output: Sink>: ~Copyable {
    /// Not retained, as `tape` is not: who asks keeps both until the answer is there. A program is shared by all threads, which
    /// would count its references in turn.
    @safe unowned(unsafe) let program: SchemaProgram
    @safe unowned(unsafe) let tape: JSONTape
    let view: TapeView
    var sink: Output
    /// Above zero while only the outcome counts: in `not`, in `if`, in branches.
    var muted = 0
    var traversal = Traversal()
    /// How many more branches may be listed.
    var branchBudget = 256

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
    @inline(__always)
    mutating func validate(_ id: Int32, _ index: Int, _ track: Track) -> Bool {
        validate(id, index, view.entry(index), track)
    }

    @inline(__always)
    mutating func validate(_ id: Int32, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        guard Output.traces else { return judge(id, index, entry, track) }
        let mark = sink.enter(id, index)
        let isValid = judge(id, index, entry, track)
        sink.leave(mark, isValid: isValid, isValid ? program.annotations(of: id, for: entry.kind) : [])
        return isValid
    }

    /// Inlined, so that a type alone, or with one thing more, is tested where it is asked for.
    @inline(__always)
    private mutating func judge(_ id: Int32, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        let (kinds, only) = (rows.nodes[id].kinds, rows.nodes[id].only)
        guard kinds.contains(entry.kind) else { return refuseKind(id, index) }
        if only >= 0 { return execute(rows.instructions[only], index, entry, track) }
        return only == Node.kindsAlone || check(id, index, entry, track)
    }

    @inline(never)
    private mutating func check(_ id: Int32, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        guard rows.nodes[id].flags == .checked else { return checkSpecial(id, index, entry, track) }
        return run(instructions(of: id, for: entry.kind), index, entry, track)
    }

    @inline(__always)
    mutating func instructions(of id: Int32, for kind: JSONKind) -> Range<Int32> {
        let start = rows.nodes[id].start
        let extent = rows.extents[Node.Extent.position(of: kind, in: id)]
        // The compiler lays them out: `first` is never above `end`.
        return unsafe Range(uncheckedBounds: (start &+ Int32(extent.first), start &+ Int32(extent.end)))
    }

    @inline(never)
    private mutating func checkSpecial(_ id: Int32, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        let node = rows.nodes[id]
        if node.flags.contains(.literalIntegers), !meetsLiteralInteger(entry) { return refuseKind(id, index) }
        if node.flags.isDisjoint(with: .special) { return run(id, index, entry, track) }
        return validateSpecial(id, node, index, entry, track)
    }

    /// Keeps recursion bounded and the dynamic scope right around a node that needs it.
    @inline(never)
    private mutating func validateSpecial(
        _ id: Int32, _ node: Node, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let site = node.site
        let isScoped = node.flags.contains(.scoped)
        let outerScope = isScoped ? traversal.enterResource(rows.resources[id]) : nil
        defer { traversal.leaveResource(outerScope) }
        let question = Traversal.Question(node: id, index: index, scope: traversal.scopeID)
        let isCyclic = node.flags.contains(.cyclic)
        if isCyclic, traversal.circles.contains(question) {
            return fail(site: site, at: index, "is described by a schema that refers back to itself without end")
        }
        let isRemembered = mayRemember(node, index, entry, track)
        if isRemembered, let verdict = traversal.verdict(on: question), isEnough(verdict) { return verdict }
        guard traversal.depth < Self.maximumDepth else {
            return fail(site: site, at: index, "must not be nested deeper than \(Self.maximumDepth) levels")
        }
        if isCyclic { traversal.circles.append(question) }
        traversal.depth += 1
        let isValid = run(id, index, entry, track)
        traversal.depth -= 1
        if isCyclic { traversal.circles.removeLast() }
        if isRemembered { traversal.remember(isValid, on: question) }
        return isValid
    }

    /// Whether asking again would bring nothing but the same verdict: no findings of a no, no annotations of a yes.
    private func isEnough(_ verdict: Bool) -> Bool { verdict ? !sink.isTracing : isDone }

    /// A verdict depends on node, instance and scope alone where nothing is marked and no circle is under way for this very
    /// instance. Scalars and what is empty cost less than a look-up.
    private func mayRemember(_ node: Node, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        node.flags.contains(.remembered) && track == noTrack && entry.isContainer && entry.count > 0
            && traversal.circles.last?.index != index
    }

    @inline(never)
    private mutating func run(_ id: Int32, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        let instructions = instructions(of: id, for: entry.kind)
        guard let unevaluated = rows.nodes[id].unevaluated(for: entry.kind) else {
            return run(instructions, index, entry, track)
        }
        let own = openTrack(entry)
        let isValid =
            run(instructions, index, entry, own) && run(unevaluated..<unevaluated &+ 1, index, entry, own)
        closeTrack(own)
        if isValid { markAll(track, entry) }
        return isValid
    }

    @inline(never)
    private mutating func run(_ range: Range<Int32>, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        var isValid = true
        var position = range.lowerBound
        while position < range.upperBound {
            if !execute(rows.instructions[position], index, entry, track) {
                isValid = false
                if isDone { return false }
            }
            position &+= 1
        }
        return isValid
    }
}

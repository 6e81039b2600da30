import RegexCore

/// The rows of one table of a frozen program, read where they lie, without reference counting.
///
/// Unsafe because an array inside of a class is retained and released around every look-up: for a 1 KB body that was a third
/// of the time. Every look-up is checked against the bounds. The memory belongs to `SchemaProgram`, which frees it when it is
/// itself released; evaluators hold the program for as long as they use its tables. Nothing writes after `init`.
@safe struct Table<Row: Sendable>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Row>
    let count: Int

    init(_ rows: [Row]) {
        count = rows.count
        unsafe base = .allocate(capacity: max(rows.count, 1))
        for (position, row) in rows.enumerated() { unsafe base.advanced(by: position).initialize(to: row) }
    }

    func free() {
        unsafe base.deinitialize(count: count)
        unsafe base.deallocate()
    }

    private init(_ base: UnsafeMutablePointer<Row>, count: Int) {
        unsafe self.base = base
        self.count = count
    }

    /// The rows of the table that start at `start`, for as long as the table lasts. They are not freed apart.
    func part(_ start: Int32, count: Int32) -> Table {
        precondition(start >= 0 && count >= 0 && Int(start) &+ Int(count) <= self.count)
        return unsafe Table(base.advanced(by: Int(start)), count: Int(count))
    }

    @inline(__always)
    func has(_ index: Int32) -> Bool { UInt(bitPattern: Int(index)) < UInt(bitPattern: count) }

    subscript(index: Int32) -> Row {
        @inline(__always) unsafeAddress {
            precondition(has(index))
            return unsafe UnsafePointer(base.advanced(by: Int(index)))
        }
    }
}

extension ProgramTables {
    /// The tables that are not in `ProgramRows`.
    var withoutRows: ProgramTables {
        var rest = self
        rest.nodes = []
        rest.extents = []
        rest.resources = []
        rest.instructions = []
        rest.lists = []
        rest.objects = []
        rest.slots = []
        rest.buckets = []
        rest.names = []
        rest.bounds = []
        rest.contains = []
        rest.enumerations = []
        rest.constants = []
        rest.choices = []
        return rest
    }
}

/// What the evaluator looks up for every instance.
struct ProgramRows: Sendable {
    let nodes: Table<Node>
    let extents: Table<Node.Extent>
    let resources: Table<Int32>
    let instructions: Table<Instruction>
    let lists: Table<Int32>
    let objects: Table<ObjectPlan>
    let slots: Table<Slot>
    let buckets: Table<Int32>
    let names: Table<UInt8>
    let bounds: Table<Bound>
    let contains: Table<ContainsPlan>
    let enumerations: Table<Enumeration>
    let constants: Table<Constant>
    let choices: Table<Choice>
    /// Views of `ProgramTables.patterns`.
    let patterns: Table<PatternView>
    let textFormats: Table<TextFormat>

    init(_ tables: ProgramTables) {
        nodes = Table(tables.nodes)
        extents = Table(tables.extents)
        resources = Table(tables.resources)
        instructions = Table(tables.instructions)
        lists = Table(tables.lists)
        objects = Table(tables.objects)
        slots = Table(tables.slots)
        buckets = Table(tables.buckets)
        names = Table(tables.names)
        bounds = Table(tables.bounds)
        contains = Table(tables.contains)
        enumerations = Table(tables.enumerations)
        constants = Table(tables.constants)
        choices = Table(tables.choices)
        patterns = Table(tables.patterns.map(\.view))
        textFormats = Table(tables.textFormats)
    }

    func free() {
        nodes.free()
        extents.free()
        resources.free()
        instructions.free()
        lists.free()
        objects.free()
        slots.free()
        buckets.free()
        names.free()
        bounds.free()
        contains.free()
        enumerations.free()
        constants.free()
        choices.free()
        patterns.free()
        textFormats.free()
    }
}

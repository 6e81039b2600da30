import JSONCore

/// One schema, compiled: the kinds it takes and the ranges of its instructions by the kind of the instance.
struct Node: Sendable {
    struct Flags: OptionSet, Sendable {
        var rawValue: UInt16
        /// Only a literal without fraction and exponent is an integer (draft 4).
        static let literalIntegers = Flags(rawValue: 1)
        /// It can be entered again for a part of the instance: native recursion is bounded.
        static let recursive = Flags(rawValue: 2)
        /// It can be entered again for the very same instance.
        static let cyclic = Flags(rawValue: 4)
        /// It belongs to another resource than those that refer to it, in a program with dynamic references.
        static let scoped = Flags(rawValue: 8)
        /// `false`, or a subschema that could not be compiled.
        static let never = Flags(rawValue: 16)
        /// It is recursive, and may be asked about one instance more than once: verdicts are remembered, or the number of
        /// questions could double with every level of the instance.
        static let remembered = Flags(rawValue: 32)
        /// It has `unevaluatedItems`, and `unevaluatedProperties`: run when all else has marked what it evaluated.
        static let tracksItems = Flags(rawValue: 64)
        static let tracksProperties = Flags(rawValue: 128)
        /// It has more to say than which kinds it takes.
        static let checked = Flags(rawValue: 256)
        /// What needs more than a type test and instructions.
        static let special: Flags = [.recursive, .cyclic, .scoped, .remembered]

        @inline(__always)
        static func == (left: Flags, right: Flags) -> Bool { left.rawValue == right.rawValue }
    }

    /// Where the instructions for some kinds of instance stand, counted from the node's first.
    struct Extent: Sendable, Equatable {
        var first: UInt16 = 0
        var end: UInt16 = 0

        /// How many a node has: one for each bit of a kind.
        static let count: Int32 = 8

        @inline(__always)
        static func position(of kind: JSONKind, in node: Int32) -> Int32 {
            node &* count &+ Int32(truncatingIfNeeded: kind.rawValue.trailingZeroBitCount)
        }
    }

    var kinds: JSONKind
    var flags: Flags = []
    /// Where its instructions start: those for `unevaluated...`, then for each kind all that it needs, in one piece. Where
    /// these stand is in `ProgramTables.extents`.
    var start: Int32 = 0
    /// Where to say that the kind is wrong.
    var site: Int32 = 0
    /// The instruction that is all it says beside its kinds; `kindsAlone` when it says nothing else, `several` when what it says
    /// must be looked up. Three of four schemas say a kind and at most one thing more.
    var only = several

    static let kindsAlone: Int32 = -1
    static let several: Int32 = -2
}

extension Node {
    /// `unevaluatedItems` or `unevaluatedProperties`; nil when it has none for this kind.
    func unevaluated(for kind: JSONKind) -> Int32? {
        if kind == .array, flags.contains(.tracksItems) { return start }
        guard kind == .object, flags.contains(.tracksProperties) else { return nil }
        return flags.contains(.tracksItems) ? start &+ 1 : start
    }
}

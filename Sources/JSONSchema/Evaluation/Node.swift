import JSONCore

/// One schema, compiled: the kinds it takes and the ranges of its instructions by the kind of the instance.
struct Node: Sendable {
    struct Flags: OptionSet, Sendable {
        var rawValue: UInt8
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
        /// What needs more than a type test and instructions.
        static let special: Flags = [.recursive, .cyclic, .scoped, .remembered]
    }

    var kinds: JSONKind
    var flags: Flags = []
    /// Where its instructions start; they are in the order of `Opcode.Group`.
    var start: Int32 = 0
    /// Where the instructions of each group end, counted from `start`.
    var numberEnd: UInt16 = 0
    var stringEnd: UInt16 = 0
    var arrayEnd: UInt16 = 0
    var objectEnd: UInt16 = 0
    var end: UInt16 = 0
}

/// What is seldom asked of a node.
struct NodeOrigin: Sendable {
    var resource: Int32 = 0
    /// Where to say that the kind is wrong.
    var site: Int32 = 0
}

extension Node {
    /// The instructions for one kind of instance alone.
    @inline(__always)
    func instructions(for kind: JSONKind) -> Range<Int32> {
        switch kind {
        case .string: range(numberEnd, stringEnd)
        case .object: range(arrayEnd, objectEnd)
        case .array: range(stringEnd, arrayEnd)
        case .integer, .number: range(0, numberEnd)
        default: range(0, 0)
        }
    }

    /// The instructions for every kind.
    @inline(__always)
    var commonInstructions: Range<Int32> { range(objectEnd, end) }

    @inline(__always)
    private func range(_ first: UInt16, _ last: UInt16) -> Range<Int32> {
        unsafe Range(uncheckedBounds: (start &+ Int32(first), start &+ Int32(last)))
    }

    /// `unevaluatedItems` or `unevaluatedProperties`; nil when it has none for this kind.
    func unevaluated(for kind: JSONKind) -> Int32? {
        let hasItems = flags.contains(.tracksItems)
        if kind == .array, hasItems { return start &+ Int32(end) }
        if kind == .object, flags.contains(.tracksProperties) {
            return start &+ Int32(end) &+ (hasItems ? 1 : 0)
        }
        return nil
    }
}

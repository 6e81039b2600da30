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
        /// What needs more than a type test and instructions.
        static let special: Flags = [.recursive, .cyclic, .scoped, .remembered]
    }

    var kinds: JSONKind
    var flags: Flags = []
    var resource: Int32 = 0
    /// Where to say that the kind is wrong.
    var site: Int32 = 0
    /// Where its instructions start; they are in the order of `Opcode.Group`.
    var start: Int32 = 0
    var numberEnd: Int32 = 0
    var stringEnd: Int32 = 0
    var arrayEnd: Int32 = 0
    var objectEnd: Int32 = 0
    var end: Int32 = 0
    /// `unevaluatedItems` and `unevaluatedProperties`, run when all else has marked what it evaluated; -1: none.
    var unevaluatedItems: Int32 = -1
    var unevaluatedProperties: Int32 = -1
}

extension JSONKind {
    static let every = JSONKind(rawValue: 0x7F)
    static let anyNumber: JSONKind = [.integer, .number]
}

/// What one instruction checks. `a` and `b` are its operands; what they index stands with the case.
enum Opcode: UInt8, Sendable {
    // numbers; `a`: bounds
    case minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf
    /// `a`: numberFormats
    case numberFormat

    // strings; `a`: the limit
    case minLength, maxLength
    /// `a`: patterns
    case pattern
    /// `a`: textFormats
    case textFormat

    // arrays; `a`: the limit
    case minItems, maxItems
    case uniqueItems
    /// `a`: lists, `b`: how many
    case prefixItems
    /// `a`: node or `Never`, `b`: the first position that it governs
    case items
    /// `a`: contains
    case contains

    // objects; `a`: the limit
    case minProperties, maxProperties
    /// `a`: objects
    case properties
    /// `a`: slots
    case requiredBeyondMask
    /// `a`: slot of the trigger, `b`: slot of what it requires
    case dependentRequired
    /// `a`: slot of the trigger, `b`: node
    case dependentSchema

    // every kind; `a`: enumerations
    case enumeration, constant
    /// `a`: assertions
    case assertion
    /// `a`: node
    case reference
    /// `a`: dynamic name, `b`: node when nothing in the scope redefines it
    case dynamicReference
    /// `a`: lists, `b`: how many
    case allOf
    /// `a`: choices
    case anyOf, oneOf
    /// `a`: node
    case not
    /// `a`: lists (if, then or -1, else or -1)
    case conditional

    // last of all; `a`: node
    case unevaluatedItems, unevaluatedProperties

    /// Which instances it is run for.
    enum Group: Int, Sendable { case number, string, array, object, every, last }

    var group: Group {
        switch self {
        case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf, .numberFormat: .number
        case .minLength, .maxLength, .pattern, .textFormat: .string
        case .minItems, .maxItems, .uniqueItems, .prefixItems, .items, .contains: .array
        case .minProperties, .maxProperties, .properties, .requiredBeyondMask, .dependentRequired, .dependentSchema:
            .object
        case .enumeration, .constant, .assertion, .reference, .dynamicReference, .allOf, .anyOf, .oneOf, .not,
            .conditional:
            .every
        case .unevaluatedItems, .unevaluatedProperties: .last
        }
    }
}

/// One check of a node, in two words, so that it is handed on in registers. Operands index the program's tables.
struct Instruction: Sendable {
    private let head: UInt64
    private let operands: UInt64

    init(opcode: Opcode, site: Int32, a: Int32 = 0, b: Int32 = 0) {
        head = UInt64(UInt32(bitPattern: site)) << 32 | UInt64(opcode.rawValue)
        operands = UInt64(UInt32(bitPattern: b)) << 32 | UInt64(UInt32(bitPattern: a))
    }

    /// Unsafe, because `Opcode(rawValue:)` is a call of nine instructions for each check. `init` wrote the byte from an opcode,
    /// and nothing writes it afterwards.
    var opcode: Opcode {
        @inline(__always) get { unsafe unsafeBitCast(UInt8(truncatingIfNeeded: head), to: Opcode.self) }
    }
    /// Where in the schema it stands: an index into `ProgramTables.sites`.
    var site: Int32 { Int32(truncatingIfNeeded: head >> 32) }
    var a: Int32 { @inline(__always) get { Int32(truncatingIfNeeded: operands) } }
    var b: Int32 { @inline(__always) get { Int32(truncatingIfNeeded: operands >> 32) } }
}

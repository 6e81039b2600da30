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

/// One check of a node. Operands index the program's tables.
struct Instruction: Sendable {
    var opcode: Opcode
    /// Where in the schema it stands: an index into `ProgramTables.sites`.
    var site: Int32
    var a: Int32 = 0
    var b: Int32 = 0
}

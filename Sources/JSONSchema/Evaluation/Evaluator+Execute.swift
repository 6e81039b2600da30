import JSONCore

extension Evaluator {
    /// One instruction. Long because it is the table of all of them. The checks stay out of line, so that this is a jump and
    /// nothing else: inlined, what each prepares was prepared for every one of them.
    @inline(never)
    mutating func execute(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        switch instruction.opcode {
        case .minimum, .exclusiveMinimum: meetsLowerBound(instruction, index, entry)
        case .maximum, .exclusiveMaximum: meetsUpperBound(instruction, index, entry)
        case .multipleOf: isMultiple(instruction, index, entry)
        case .numberFormat: meetsNumberFormat(instruction, index)
        case .minLength: meetsMinimumLength(instruction, index, entry)
        case .maxLength: meetsMaximumLength(instruction, index, entry)
        case .pattern: matchesPattern(instruction, index, entry)
        case .textFormat: meetsTextFormat(instruction, index, entry)
        case .minItems: hasAtLeast(instruction, index, entry, "item")
        case .maxItems: hasAtMost(instruction, index, entry, "item")
        case .uniqueItems: hasUniqueItems(instruction, index, entry)
        case .prefixItems: meetsPrefix(instruction, index, entry, track)
        case .items: meetsItems(instruction, index, entry, track)
        case .contains: containsMatches(instruction, index, entry, track)
        case .minProperties: hasAtLeast(instruction, index, entry, "property")
        case .maxProperties: hasAtMost(instruction, index, entry, "property")
        case .properties: meetsProperties(instruction, index, entry, track)
        case .requiredBeyondMask: hasRequired(instruction, index)
        case .dependentRequired: hasDependentRequired(instruction, index)
        case .dependentSchema: meetsDependentSchema(instruction, index, track)
        case .enumeration, .constant: isEnumerated(instruction, index, entry)
        case .assertion: meetsAssertion(instruction, index, entry)
        case .reference: meetsReference(instruction, to: instruction.a, index, track)
        case .dynamicReference: meetsDynamicReference(instruction, index, track)
        case .allOf: meetsAll(instruction, index, track)
        case .anyOf: meetsAny(instruction, index, entry, track)
        case .oneOf: meetsOne(instruction, index, entry, track)
        case .not: meetsNot(instruction, index)
        case .conditional: meetsConditional(instruction, index, entry, track)
        case .unevaluatedItems: meetsUnevaluatedItems(instruction, index, entry, track)
        case .unevaluatedProperties: meetsUnevaluatedProperties(instruction, index, entry, track)
        }
    }
}

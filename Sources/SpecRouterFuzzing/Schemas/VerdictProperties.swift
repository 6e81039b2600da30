import JSONCore
import JSONSchema

/// What holds for one compiled schema and one instance.
enum VerdictProperties {
    /// Yes/no and the list agree at every limit, and every violation has places in the instance and in the schema.
    static func check(_ schema: CompiledSchema, _ instance: JSON, _ set: SchemaSet) throws(Finding) {
        let isValid = schema.isValid(instance)
        for limit in [1, 2, 1_000] {
            let violations = schema.violations(in: instance, atMost: limit)
            let detail = set.detail(instance, "valid: \(isValid), limit \(limit): \(violations)")
            try Finding.unless(violations.isEmpty == isValid, "Yes/no and the list agree", detail)
            try Finding.unless(violations.count <= limit, "The limit is respected", detail)
            for violation in violations {
                let isInside = instance.value(at: violation.instance) != nil
                try Finding.unless(isInside, "A violation has a place in the instance", detail)
                try Finding.unless(set.isPlace(violation.schema), "A violation has a place in the schema", detail)
                try Finding.unless(!violation.message.isEmpty, "A violation says what was expected", detail)
            }
        }
    }

    static func check(
        _ variant: SchemaVariant, _ schema: CompiledSchema, _ instance: JSON, expected: Bool, _ set: SchemaSet
    ) throws(Finding) {
        guard let wrapped = try? JSON(parsing: variant.wrapping.around(instance.serialized())) else { return }
        let isValid = schema.isValid(wrapped)
        let isListedValid = schema.violations(in: wrapped, atMost: 5).isEmpty
        let isRight =
            switch variant.verdict {
            case .same: isValid == expected
            case .opposite: isValid != expected
            case .always: isValid
            case .never: !isValid
            }
        let detail = "\(variant.template) of \"s\", which says \(expected), on \(wrapped): \(isValid)"
        try Finding.unless(isRight, "A schema built around another follows from it", set.detail(instance, detail))
        let rule = "Yes/no and the list agree on a schema built around another"
        try Finding.unless(isListedValid == isValid, rule, set.detail(instance, detail))
    }
}

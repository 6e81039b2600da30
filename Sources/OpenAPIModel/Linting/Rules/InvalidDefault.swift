import JSONCore

extension LintRule {
    static let invalidDefault = LintRule(
        code: "invalid-default", level: .warning,
        summary: "A `default` does not meet its own schema.",
        advice: "What is filled in for an absent value would be refused if it were sent; mend the one or the other.",
        check: { survey in
            let samples = survey.schemas(with: "default").compactMap { schema in
                survey.json(at: schema)["default"].map { value in
                    SampleCheck.Sample(
                        value: survey.place(of: value, in: schema.document), schema: schema, use: .either)
                }
            }
            return SampleCheck.findings(of: samples, noun: "default", in: survey.document)
        })
}

extension LintRule {
    package static let operationWithoutNode = LintRule(
        code: "operation-without-node", level: .note,
        summary: "An operation has no `x-entry-node-id`, and others have one.",
        advice: "It answers 501 unless there is a fallback; give it the id of a node.",
        check: unbound)

    /// A description that names no node is somebody else's, or yet to be bound.
    @Sendable
    private static func unbound(in survey: DescriptionSurvey) -> [LintFinding] {
        let operations = survey.document.operations
        guard operations.contains(where: { $0.nodeID != nil }) else { return [] }
        return operations.filter { $0.nodeID == nil && !$0.isBroken }.map { operation in
            LintFinding(place: operation.place, message: "\(operation.key) names no node.")
        }
    }
}

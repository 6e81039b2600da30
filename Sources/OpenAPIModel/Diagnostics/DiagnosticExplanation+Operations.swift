extension DiagnosticExplanation {
    /// Of paths and what stands below them.
    package static let ofOperations: [DiagnosticExplanation] = [
        .init(
            .badPath, [.error],
            "A path does not start with `/`, has unbalanced braces, names a parameter twice, or is too "
                + "long.",
            "Correct the path; until then its operations are not served."),
        .init(
            .badMethod, [.error],
            "`additionalOperations` has what is no method, or one that has a field of its own.",
            "Use the method's own field, in lower case, or the name of a method."),
        .init(
            .duplicateOperationID, [.warning],
            "Two operations have the same `operationId`.",
            "Give each its own."),
        .init(
            .badNodeID, [.error],
            "`x-entry-node-id` is not a text.",
            "Write the node's id in quotes."),
        .init(
            .duplicateParameter, [.warning],
            "A list has two parameters of one name in one location; the first one counts.",
            "Remove one of them."),
        .init(
            .undeclaredPathParameter, [.error],
            "The path has a parameter in braces that is not declared.",
            "Declare it under `parameters` with `in: path`, or correct the name."),
        .init(
            .unusedPathParameter, [.warning],
            "A parameter is declared with `in: path`, but the path does not have it.",
            "Add it to the path in braces, or remove it."),
        .init(
            .untypedParameter, [.warning],
            "A parameter says nothing of its type, so that any text will do.",
            "Give it a `schema`."),
        .init(
            .badParameter, [.error, .warning],
            "A parameter is incomplete, contradicts itself, or does not fit with those beside it.",
            "Change it as the message says; until then the operation answers 501."),
        .init(
            .badStyle, [.error, .warning],
            "A `style`, `explode`, `allowReserved` or `collectionFormat` has no meaning in its place.",
            "Remove it, or use one of those that the hint lists."),
        .init(
            .badEncoding, [.error],
            "`encoding` stands beside `prefixEncoding` or `itemEncoding`, which exclude it.",
            "Keep the ones or the other."),
        .init(
            .badExample, [.error],
            "An example has fields that exclude each other.",
            "Keep one of them."),
        .init(
            .badResponseKey, [.error, .warning],
            "A key under `responses` is no status code, range such as `4XX`, or `default`.",
            "Write a status from 100 to 599 in quotes, a range with `XX`, or `default`."),
    ]
}

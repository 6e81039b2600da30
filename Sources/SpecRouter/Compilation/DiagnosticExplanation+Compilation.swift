package import OpenAPIModel

extension DiagnosticExplanation {
    /// Of descriptions together with nodes and credentials.
    package static let ofCompilation: [DiagnosticExplanation] = [
        .init(
            .invalidSchema, [.error],
            "A schema has a keyword with a value that it cannot have, or a dialect that is not known.",
            "Correct the schema; until then the operations that need it answer 501."),
        .init(
            .invalidPattern, [.error],
            "A `pattern` is no regular expression of ECMA-262.",
            "Write it in the syntax of ECMA-262; until then the operations that need it answer 501."),
        .init(
            .uncheckedStream, [.warning],
            "The `schema` of a sequential media type says what cannot be known while the items pass.",
            "Describe each item by `itemSchema` (OpenAPI 3.2), or the stream as an array with `items`."),
        .init(
            .unknownNode, [.error],
            "`x-entry-node-id` names a node that is not registered.",
            "Register the node, or correct the id; the finding lists the ids that there are."),
        .init(
            .duplicateNode, [.error],
            "Two nodes are registered under one id.",
            "Give one of them another id."),
        .init(
            .unusedNode, [.warning],
            "A node is registered that no operation names.",
            "Name it by `x-entry-node-id`, or do not register it."),
        .init(
            .inputNeverSent, [.error],
            "The type that a node takes its input as needs a value that the operation never sends, so that no request "
                + "could be answered.",
            "Correct the name, declare the value, or make it optional in the type."),
        .init(
            .inputMayBeAbsent, [.warning],
            "The type that a node takes its input as needs a value that clients may leave out; their requests get a "
                + "problem then.",
            "Make it optional in the type, or required in the description."),
        .init(
            .inputMismatch, [.error, .warning],
            "The type that a node takes its input as takes another kind of value than the operation sends, always "
                + "(an error) or at times (a warning).",
            "Correct the type, or the schema."),
        .init(
            .inputWords, [.error, .warning],
            "The type that a node takes its input as has not all raw values of the schema's `enum` (a warning), or none "
                + "(an error).",
            "Add the missing ones to the type."),
        .init(
            .collidingOperations, [.error],
            "Two descriptions claim one method and path.",
            "Give each description a mount of its own."),
        .init(
            .unverifiedSecurityScheme, [.error],
            "A security scheme that an operation requires has no verifier, so that no request could be "
                + "let in.",
            "Configure one under `security`, as the hint shows."),
        .init(
            .unsuitableVerifier, [.error],
            "The verifier that is configured for a security scheme is for another kind of scheme.",
            "Configure one that fits, as the hint shows."),
        .init(
            .unusableCredentials, [.error],
            "The keys, users or tokens of a verifier are missing or wrong.",
            "Correct them as the message says."),
        .init(LintRule.ambiguousPaths, also: [.note]), .init(LintRule.operationWithoutNode, also: [.warning]),
    ]
}

extension DiagnosticExplanation {
    /// Of descriptions as a whole.
    package static let ofDocuments: [DiagnosticExplanation] = [
        .init(
            .unreadableSource, [.error, .warning],
            "A description, or a document that it refers to, could not be read or fetched.",
            "Check the path or address, the permissions, and that the server runs. A warning means that "
                + "the last good copy is served."),
        .init(
            .syntax, [.error],
            "The text is no well-formed JSON or YAML.",
            "Mend the text where the finding points; the fault may be in the line before."),
        .init(
            .duplicateKey, [.error],
            "A mapping has the same key twice, so that one of the two values would be lost.",
            "Keep one of them, or rename the other."),
        .init(
            .limitExceeded, [.error],
            "A document is larger, nested deeper, or repeats more by aliases than the limits allow.",
            "Split the document, or write out what the aliases stand for; limits.description of the "
                + "configuration bounds the size."),
        .init(
            .notOpenAPI, [.error],
            "The document is JSON or YAML, but no OpenAPI description.",
            "Name the file that starts with `openapi` (or `swagger`); files that it refers to are read by "
                + "themselves."),
        .init(
            .unsupportedVersion, [.error, .warning],
            "The version in `openapi` is not one that can be read; a warning where it is newer than those "
                + "that are known.",
            "Write 2.0, 3.0, 3.1 or 3.2 with its patch number, in quotes."),
        .init(
            .unknownDialect, [.warning],
            "`jsonSchemaDialect` names no dialect that is known; that of the description's version is "
                + "used.",
            "Leave it out, or name a draft of JSON Schema from 4 to 2020-12."),
        .init(
            .unresolvableReference, [.error, .warning],
            "A `$ref` leads to nothing, in a circle, or to what may not be read. Only what needs it is "
                + "disabled; a warning where nothing does.",
            "Check the spelling of the path and of the part behind `#`. Files outside of the directory "
                + "need `--root`, other origins `--allow-references`."),
        .init(
            .missingField, [.error, .warning],
            "A field that the specification requires is not there.",
            "Add it."),
        .init(
            .wrongType, [.error, .warning],
            "A value is a list, a mapping, a text or a number where another of these is expected.",
            "Write what the message says is expected; in YAML, look at quotes and indentation."),
        .init(
            .unknownField, [.warning, .error],
            "A field that the specification does not know has no effect: most often a spelling mistake.",
            "Correct the name, or start it with `x-` where it is an extension."),
        .init(
            .unknownValue, [.error, .warning],
            "A text is none of those that are allowed in its place.",
            "Use one of those that the message lists."),
        .init(
            .swagger2Shape, [.warning],
            "A form of Swagger 2.0 stands in a description of OpenAPI 3. It is understood.",
            "Write it as the hint shows; other tools refuse or ignore it."),
        .init(
            .badServer, [.warning, .error],
            "A server has no usable URL, or its variables do not fit the URL.",
            "Declare each variable of the URL with a default that is among its `enum`."),
        .init(
            .badTag, [.error],
            "The `parent` of a tag is not declared, or the parents go round in a circle.",
            "Declare the parent, or name another."),
        .init(
            .undefinedSecurityScheme, [.error],
            "A security requirement names a scheme that is not declared, or is declared wrongly.",
            "Declare it under `components.securitySchemes`, or correct its name."),
        .init(
            .badSecurityScheme, [.warning],
            "A security scheme is incomplete or contradicts itself; operations that require it are "
                + "disabled.",
            "Complete it as the message says."),
    ]
}

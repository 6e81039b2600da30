extension DiagnosticExplanation {
    /// Of overlays, and of descriptions that they are for.
    package static let ofOverlays: [DiagnosticExplanation] = [
        .init(
            .notOverlay, [.error],
            "The document is JSON or YAML, but no overlay.",
            "It must start with a line such as `overlay: 1.1.0`, and have `actions`."),
        .init(
            .badOverlay, [.error],
            "An overlay has no actions, or has something twice that may be there once.",
            "Change it as the message says."),
        .init(
            .badJSONPath, [.error],
            "The target of an action is no JSONPath (RFC 9535).",
            "Correct it where the finding points, as in `$.paths['/pets'].get`."),
        .init(
            .unmatchedTarget, [.warning],
            "The target of an action selects nothing in the description, so that the action has no "
                + "effect.",
            "Correct the target; the hint names what is spelled alike."),
        .init(
            .incompatibleOverlay, [.error],
            "What an action holds cannot be merged with what its target selects.",
            "Give a mapping for mappings and a value for lists, or select something else."),
        .init(
            .otherDescription, [.warning],
            "The overlay says by `extends` that it was made for another description.",
            "Check that it is the right one."),
    ]
}

import JSONCore

/// A list of changes to a description (Overlay Specification 1.0 and 1.1), read and found valid.
struct Overlay: Sendable {
    let document: SourceDocument
    /// The y of version 1.y.
    let minor: Int
    /// The description that it was made for, as a URI reference.
    let extends: Element?
    let actions: [OverlayAction]
}

struct OverlayAction: Sendable {
    enum Change: Sendable {
        case remove
        /// The value to merge.
        case update(Element)
        /// A value of the description itself.
        case copy(JSONPath, Element)
        /// An action that only says what it is about, and one with both `update` and `copy`, which by the
        /// specification have no impact beside one another.
        case none
    }

    let target: JSONPath
    /// Where the target stands in the overlay.
    let place: Element
    let change: Change
}

extension Diagnostic.Code {
    /// The document is no overlay.
    public static let notOverlay: Self = "not-overlay"
    /// A list that must not be empty is, or holds a value twice.
    public static let badOverlay: Self = "bad-overlay"
    public static let badJSONPath: Self = "bad-jsonpath"
    /// An overlay's target is nowhere in the description.
    public static let unmatchedTarget: Self = "unmatched-target"
    /// What an overlay holds cannot be merged with what its target selects.
    public static let incompatibleOverlay: Self = "incompatible-overlay"
    /// An overlay says that it was made for another description.
    public static let otherDescription: Self = "other-description"
}

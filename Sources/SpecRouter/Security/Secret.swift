/// A text that must not be seen: a key, a password, a token. It prints as `<secret>` whatever prints it.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The text itself, for the one place that uses it.
    public let revealed: String

    public init(_ text: String) {
        revealed = text
    }

    public var description: String { "<secret>" }
    public var debugDescription: String { "<secret>" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

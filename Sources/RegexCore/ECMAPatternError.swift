/// Why a pattern is refused.
public struct ECMAPatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Full sentences: what is wrong and how to mend it.
    public let message: String
    /// Where in the pattern, in UTF-8 bytes from its start.
    public let offset: Int

    package init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }

    public var description: String { "\(message) (at offset \(offset))" }
}

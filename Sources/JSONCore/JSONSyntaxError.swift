/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A full sentence that does not repeat the text.
    public var message: String
    /// In bytes from the start.
    public var offset: Int
    /// Counted from 1.
    public var line: Int
    /// In code points, counted from 1.
    public var column: Int

    public init(message: String, offset: Int, line: Int, column: Int) {
        self.message = message
        self.offset = offset
        self.line = line
        self.column = column
    }

    public var description: String { "line \(line), column \(column): \(message)" }
}

extension Diagnostic {
    /// The line that a finding is about, as far as a terminal shows it.
    public struct Excerpt: Sendable, Hashable {
        /// Each tab or control character is one space.
        public var text: String
        /// How many code points of `text` stand before the place.
        public var column: Int

        package init(text: String, column: Int) {
            self.text = text
            self.column = column
        }
    }
}

/// Cuts lines out of the texts that a description was read from. Each text's lines are looked for once.
struct SourceExcerpts {
    /// More than this is cut, so that a document of one line can be shown too.
    private static let width = 110
    /// How much of a cut line stays before the place.
    private static let lead = 60

    private let texts: [String: ArraySlice<UInt8>]
    private var lines: [String: [Int]] = [:]

    /// - Parameter texts: each from index 0 on.
    init(_ texts: [String: ArraySlice<UInt8>]) {
        self.texts = texts
    }

    mutating func excerpt(at location: SourceLocation) -> Diagnostic.Excerpt? {
        guard let text = texts[location.file] else { return nil }
        let starts = lines[location.file] ?? Self.starts(of: text)
        lines[location.file] = starts
        guard location.line >= 1, location.line <= starts.count else { return nil }
        let end = location.line < starts.count ? starts[location.line] : text.count
        return Self.excerpt(of: text[starts[location.line - 1]..<end], column: location.column - 1)
    }

    private static func starts(of text: ArraySlice<UInt8>) -> [Int] {
        [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// Nil for a line that is not UTF-8 or has no such column.
    private static func excerpt(of line: ArraySlice<UInt8>, column: Int) -> Diagnostic.Excerpt? {
        // Of a line of megabytes, only what can be shown is decoded.
        guard let text = String(validating: cut(line, column), as: UTF8.self) else { return nil }
        var scalars = Array(text.unicodeScalars)
        while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
        let start = scalars.count > width ? max(0, min(column, scalars.count) - lead) : 0
        guard column >= start, column <= scalars.count else { return nil }
        let shown = scalars[start...].prefix(width).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        var excerpt = String(String.UnicodeScalarView(shown))
        if start + width < scalars.count { excerpt += "…" }
        guard start > 0 else { return Diagnostic.Excerpt(text: excerpt, column: column) }
        return Diagnostic.Excerpt(text: "…" + excerpt, column: column - start + 1)
    }

    /// The line up to a little behind the column, at the border of a code point.
    private static func cut(_ line: ArraySlice<UInt8>, _ column: Int) -> ArraySlice<UInt8> {
        let limit = line.startIndex + (column + width) * 4
        guard column >= 0, limit < line.endIndex else { return line }
        var end = limit
        while end > line.startIndex, line[end] & 0xC0 == 0x80 { end -= 1 }
        return line[..<end]
    }
}

extension [Diagnostic] {
    /// Each with the line that it is about, where it has none yet and that line is at hand.
    package func withExcerpts(from texts: [String: ArraySlice<UInt8>]) -> [Diagnostic] {
        var excerpts = SourceExcerpts(texts)
        return map { diagnostic in
            guard diagnostic.excerpt == nil, let location = diagnostic.location else { return diagnostic }
            var copy = diagnostic
            copy.excerpt = excerpts.excerpt(at: location)
            return copy
        }
    }
}

extension OpenAPIDocument {
    /// What was read, by the names that locations have.
    package var texts: [String: ArraySlice<UInt8>] {
        Dictionary(sources.lazy.filter { !$0.text.isEmpty }.map { ($0.name, $0.text) }) { first, _ in first }
    }
}

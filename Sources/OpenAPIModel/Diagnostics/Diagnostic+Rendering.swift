/// Whether text for people carries terminal colours.
public enum ColorChoice: Sendable, Hashable {
    case ansi, none
}

extension Diagnostic {
    /// As compilers write it: `specs/pet.yaml:12:5: error: ... [code]`, with the hint on a line of its own; with
    /// `excerpt` the source's line too, and a caret below the place.
    public func rendered(color: ColorChoice, excerpt isShown: Bool = false) -> String {
        var text = location.map { Self.styled($0.description + ":", "1", color) + " " } ?? ""
        text += Self.styled(severity.rawValue + ":", severity.style, color) + " " + message + " [\(code)]"
        if isShown, let excerpt, let location { text += "\n" + excerpt.rendered(line: location.line, color) }
        if let operation {
            text += "\n    disables " + operation
        }
        if let hint {
            text += "\n    " + hint.split(separator: "\n").joined(separator: "\n    ")
        }
        return text
    }

    fileprivate static func styled(_ text: String, _ style: String, _ color: ColorChoice) -> String {
        color == .ansi ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
    }
}

extension Diagnostic.Excerpt {
    fileprivate func rendered(line: Int, _ color: ColorChoice) -> String {
        let number = "    \(line) | "
        let blank = String(repeating: " ", count: number.count - 2) + "| "
        let caret = Diagnostic.styled("^", "1;32", color)
        return number + text + "\n" + blank + String(repeating: " ", count: column) + caret
    }
}

extension Diagnostic.Severity {
    fileprivate var style: String {
        switch self {
        case .error: "1;31"
        case .warning: "1;35"
        case .note: "1;36"
        }
    }
}

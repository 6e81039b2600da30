/// RFC 6570, section 2.
enum URITemplateFormat {
    static func isTemplate(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while true {
            index = URIFormats.endOfRun(of: .templateLiteral, .unicodeAndPrivate, in: text, from: index)
            guard index < text.count else { return true }
            guard text.holds("{", at: index), let end = endOfExpression(text, from: index &+ 1) else { return false }
            index = end
        }
    }

    /// The index after the closing brace. The operators kept for extensions are part of the grammar.
    private static func endOfExpression(_ text: Span<UInt8>, from start: Int) -> Int? {
        var index = isOperator(text.byte(at: start)) ? start &+ 1 : start
        while true {
            guard let end = endOfVariable(text, from: index) else { return nil }
            if text.holds("}", at: end) { return end &+ 1 }
            guard text.holds(",", at: end) else { return nil }
            index = end &+ 1
        }
    }

    private static func isOperator(_ byte: UInt8?) -> Bool {
        switch byte.map(Unicode.Scalar.init) {
        case "+", "#", ".", "/", ";", "?", "&", "=", ",", "!", "@", "|": true
        default: false
        }
    }

    /// A name and its modifier.
    private static func endOfVariable(_ text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while true {
            let end = URIFormats.endOfRun(of: .templateName, .ascii, in: text, from: index)
            guard end > index else { return nil }
            guard text.holds(".", at: end) else { return endOfModifier(text, from: end) }
            index = end &+ 1
        }
    }

    /// `*`, or `:` and a length from 1 to 9999, or nothing.
    private static func endOfModifier(_ text: Span<UInt8>, from index: Int) -> Int? {
        if text.holds("*", at: index) { return index &+ 1 }
        guard text.holds(":", at: index) else { return index }
        let end = text.endOfRun(of: .digits, from: index &+ 1)
        let length = end &- index &- 1
        return length >= 1 && length <= 4 && !text.holds("0", at: index &+ 1) ? end : nil
    }
}

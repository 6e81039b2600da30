/// Documents that are nearly XML, or are: made of what such documents consist of.
enum XMLGrammar {
    static let pieces = [
        "<a>", "</a>", "<n>", "</n>", "<n>5</n>", "<w>", "</w>", "<i>1</i>", "<p:s xmlns:p='urn:n'>x</p:s>", "<x/>",
        " id='7'", "<a id=\"1\">", "<o>", "</o>", "x", " ", "&amp;", "&#65;", "&", "<![CDATA[]]", "]]>", "<!--", "-->",
        "<?p?>", "<!DOCTYPE a>", "<?xml version='1.0' encoding='utf-8'?>", " xmlns='urn:n'", " xmlns:p='urn:n'", "<",
        ">",
        "/>", "'", "\"", "=", "\u{FEFF}", "\u{0}", "é", "xsi:nil='true'",
        " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'",
    ]

    static let names = ["n", "l", "w", "i", "o", "p:s", "t", "x", "y"]

    static func document(using choices: inout Choices) -> [UInt8] {
        switch choices.below(4) {
        case 0: return Array(choices.rest())
        case 1:
            let count = choices.below(48)
            return Array((0..<count).map { _ in choices.pick(pieces) }.joined().utf8)
        default:
            var budget = 40
            return Array(element("a", " xmlns:p='urn:n'", &budget, using: &choices).utf8)
        }
    }

    /// One that is well-formed.
    private static func element(
        _ name: String, _ attributes: String, _ budget: inout Int, using choices: inout Choices
    ) -> String {
        budget -= 1
        var content = ""
        var count = choices.below(4)
        while count > 0, budget > 0 {
            content += element(choices.pick(names), self.attributes(using: &choices), &budget, using: &choices)
            count -= 1
        }
        if choices.once(in: 2) {
            content += choices.pick(["5", "x", " ", "true", "1 2", "&lt;", "<![CDATA[<]]>", "é"])
        }
        return "<\(name)\(attributes)>\(content)</\(name)>"
    }

    private static func attributes(using choices: inout Choices) -> String {
        choices.pick(["", "", "", " id='7'", " id='x' u='1'", pieces[pieces.count - 1]])
    }
}

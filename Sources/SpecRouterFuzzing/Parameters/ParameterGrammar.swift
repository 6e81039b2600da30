/// Texts that have a good chance to be a parameter: the number of an entry of the catalogue, then pieces.
enum ParameterGrammar {
    static let pieces = [
        "p=", "&", ",", ";", "R", "G", "a", "1", "true", "=", "p", ".", "|", "%7C", "%20", "+", "[", "]", "[]", "[0]",
        "p[", "p[R]=", "p[list][0][name]=", "p[next]", ";p=", ";R=", "&p=", "&R=", "; p=", "; ", " ", "B%20b", "-1",
        "1e5", "null", "{", "}", "\"", ":", "é", "%C3%A9", "%C3", "%00", "%", "%4", "%2C", "%26", "%5B", "%5D", "\t",
        "[1000]", "[4000000000]", "{\"n\":1}", "[1,2]", "R=1", "a=x", "b=2", "05", "..",
    ]

    static func text(using choices: inout Choices) -> [UInt8] {
        var text = [UInt8(choices.below(256)), UInt8(choices.below(256))]
        for _ in 0..<choices.below(24) { text += Array(choices.pick(pieces).utf8) }
        return text
    }
}

/// Makes JSON texts up, mostly correct ones.
enum JSONGrammar {
    static let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\n", "\r", "\t", "\0", "\u{1F}", "\u{7F}", "\u{E9}", "\u{FEFF}",
        "\u{2028}", "\u{1F600}", "\"a\"", "\"\":", "\"a\":1,", "\\u0041", "\\uD83D\\uDE00", "\\uD83D", "\\uDE00",
        "\\n", "\\\"", "\\/", "\\x", "true", "false", "null", "nul", "0", "-0", "1.0", "-", ".5", "1.", "01", "1e",
        "1e5",
        "1E+400", "1e-400", "1e1000000000000000000000", "9007199254740993", "18446744073709551615",
        "-9223372036854775808", "9223372036854775808", "0.1000000000000000055511151231257827", "[[[[[[[[", "]]]]]]]]",
        "{\"k\":", "        ",
    ]

    static func text(using choices: inout Choices) -> String {
        var text = space(&choices)
        append(to: &text, depth: choices.below(6), &choices)
        return text + space(&choices)
    }

    private static func append(to text: inout String, depth: Int, _ choices: inout Choices) {
        switch choices.below(depth > 0 ? 12 : 7) {
        case 0: text += "0"
        case 1: text += choices.pick(["null", "true", "false"])
        case 2, 3: text += number(&choices)
        case 4...6: text += string(&choices)
        case 7...8: appendList(to: &text, "[", "]", &choices) { append(to: &$0, depth: depth - 1, &$1) }
        default:
            appendList(to: &text, "{", "}", &choices) {
                $0 += string(&$1) + space(&$1) + ":" + space(&$1)
                append(to: &$0, depth: depth - 1, &$1)
            }
        }
    }

    private static func appendList(
        to text: inout String, _ open: String, _ close: String, _ choices: inout Choices,
        _ appendChild: (inout String, inout Choices) -> Void
    ) {
        text += open + space(&choices)
        let count = choices.below(choices.pick([4, 4, 10, 40]))
        for position in 0..<count {
            if position > 0 { text += "," + space(&choices) }
            appendChild(&text, &choices)
            text += space(&choices)
        }
        text += close
    }

    private static func space(_ choices: inout Choices) -> String {
        choices.once(in: 6) ? choices.pick([" ", "\n", "\r\n", "\t ", "                  ", "  \n    "]) : ""
    }

    static func number(_ choices: inout Choices) -> String {
        let sign = choices.once(in: 4) ? "-" : ""
        let whole = choices.once(in: 3) ? "0" : choices.pick(["1", "7", "10", "90071992547409"]) + digits(&choices)
        let fraction = choices.once(in: 3) ? "." + choices.pick(["0", "5", "10", "000"]) + digits(&choices) : ""
        guard choices.once(in: 3) else { return sign + whole + fraction }
        let exponent = choices.pick(["0", "1", "2", "10", "22", "300", "324", "1000", "99999999999999999999"])
        return sign + whole + fraction + choices.pick(["e", "E", "e+", "e-", "E-"]) + exponent
    }

    private static func digits(_ choices: inout Choices) -> String {
        (0..<choices.below(choices.pick([2, 8, 30]))).map { _ in String(choices.below(10)) }.joined()
    }

    private static func string(_ choices: inout Choices) -> String {
        let characters = [
            "a", "b", "c", "k", "\u{E9}", "\u{4E2D}", "\u{1F600}", "\\n", "\\\"", "\\u0061", "\\uD83D\\uDE00", "\\/",
        ]
        let count = choices.below(choices.pick([2, 4, 20, 70]))
        return "\"" + (0..<count).map { _ in choices.pick(characters) }.joined() + "\""
    }
}

/// Streams of items, and what is nearly such a stream.
enum ItemGrammar {
    static let pieces = [
        "\n", "\r", "\r\n", "\u{1e}", " ", "1", "{}", "[1]", "\"a\"", "null", "true", "{\"a\":", "}", "[", "]", ",",
        "data: a\n", "data", "data:", "event: e\n", "id: 7\n", "id: \0\n", "retry: 10\n", "retry: 1x\n",
        "retry: 99999999999999999999\n", ": c\n", ":", "\n\n", "\u{feff}", "\u{1e}1\n", "\u{1e}{}", "x\n", "ü",
    ]

    static func stream(using choices: inout Choices) -> [UInt8] {
        if choices.once(in: 3) { return Array(choices.rest()) }
        var stream: [UInt8] = []
        for _ in 0..<choices.below(48) {
            stream += Array(choices.pick(pieces).utf8)
            if choices.once(in: 40) { stream.append(0xff) }
        }
        return stream
    }
}

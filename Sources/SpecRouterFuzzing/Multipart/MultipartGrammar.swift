/// Bodies that are nearly multipart: made of what such bodies consist of.
enum MultipartGrammar {
    static let pieces = [
        "\r\n", "--b", "\r\n--b", "\r\n--b\r\n", "\r\n\r\n", "--", "\r\n--b--", "\r", "\n", "-", "b", " ", "\t",
        "A: 1\r\n",
        "Content-Disposition: form-data; name=\"a\"\r\n", ":", "x", "\u{0}",
    ]

    static let boundaries = ["b", "b-", "--b"]

    static func body(using choices: inout Choices) -> [UInt8] {
        if choices.once(in: 2) { return Array(choices.rest()) }
        var body: [UInt8] = []
        if choices.once(in: 4) { body += Array("--b\r\n\r\n".utf8) }
        var count = choices.below(48)
        while count > 0 {
            body += Array(choices.pick(pieces).utf8)
            count -= 1
        }
        return body
    }
}

import Testing

@testable import SpecRouter

struct PercentDecodingTests {
    @Test(
        "Escapes are decoded or refused",
        arguments: [
            ("", ""), ("abc", "abc"), ("%41%62", "Ab"), ("a+b", "a b"), ("a%2Bb", "a+b"), ("%C3%A9", "é"),
            ("%", nil), ("%4", nil), ("%4g", nil), ("%g4", nil), ("a%%41", nil), ("%+1", nil),
        ] as [(String, String?)])
    func decodes(text: String, expected: String?) {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        let result: String?
        do throws(PercentDecoding.Fault) {
            try PercentDecoding.decode(bytes.span, 0..<bytes.count, plus: .space, into: &output)
            result = String(decoding: output, as: UTF8.self)
        } catch {
            result = nil
        }
        #expect(result == expected)
    }

    @Test(
        "Comparing decodes as it goes",
        arguments: [
            ("a%2Fb", "a/b", true), ("a%2fb", "a/b", true), ("a", "ab", false), ("ab", "a", false), ("%", "%", true),
            ("%4", "%4", true), ("a+b", "a b", true), ("%61%62", "ab", true), ("", "", true),
        ])
    func compares(text: String, plain: String, expected: Bool) {
        let bytes = Array(text.utf8)
        let isEqual = PercentDecoding.equals(bytes.span, 0..<bytes.count, Array(plain.utf8), plus: .space)
        #expect(isEqual == expected)
    }

    @Test(
        "Pairs are found where they stand",
        arguments: [
            ("", []), ("a=1&b=2", ["a|1", "b|2"]), ("a", ["a|"]), ("a=", ["a|"]), ("=1", ["|1"]), ("&&a=1&", ["a|1"]),
            ("a=b=c", ["a|b=c"]),
        ])
    func pairs(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        var scanner = PairScanner()
        var found: [String] = []
        while let pair = scanner.next(in: bytes.span) {
            let name = String(decoding: bytes[pair.name], as: UTF8.self)
            found.append("\(name)|\(String(decoding: bytes[pair.value], as: UTF8.self))")
        }
        #expect(found == expected)
    }
}

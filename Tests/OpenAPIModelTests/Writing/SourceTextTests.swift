import OpenAPIModel
import Testing

@Suite("A description as text")
struct SourceTextTests {
    static let texts: [(String, String)] = [
        (
            "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n",
            "openapi: \"3.1.0\"\ninfo:\n  title: A\n  version: \"1\"\n  x: 1"
        ),
        (
            "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"A\"}}\n",
            "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"A\",\"x\":1}}"
        ),
        (
            "\u{FEFF}\n {\"openapi\": \"3.1.0\",\n\"info\": {}}",
            "{\n  \"openapi\": \"3.1.0\",\n  \"info\": {\n    \"x\": 1\n  }\n}"
        ),
    ]

    @Test(arguments: texts)
    func `stays what it was, with its overlays`(text: String, expected: String) throws {
        let overlay = "overlay: 1.0.0\ninfo: {title: B, version: '1'}\nactions: [{target: $.info, update: {x: 1}}]\n"
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "https://example.com/", name: "openapi",
            options: .init(overlays: [.text(Array(overlay.utf8), name: "overlay")])
        ) { _ in throw MissingDocument() }
        #expect(try #require(loaded.document).sources[0].serialized() == expected)
    }

    @Test(arguments: texts.map { Array($0.0.utf8) } + [utf16(texts[1].0), utf16("\u{FEFF}" + texts[1].0)])
    func `is kept as it was read`(bytes: [UInt8]) throws {
        let loaded = DescriptionLoader.load(bytes: bytes, uri: "https://example.com/", name: "openapi") { _ in
            throw MissingDocument()
        }
        let text = try #require(loaded.document).sources[0].text
        #expect(text.startIndex == 0)
        #expect(Array(text) == bytes)
    }

    private static func utf16(_ text: String) -> [UInt8] {
        text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }
}

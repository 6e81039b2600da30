import JSONCore
import Testing

@testable import SpecRouter

/// What is written by the rules of a style is read back as it was.
///
/// The domain: arrays and objects are not empty; parts hold no space in `spaceDelimited`, no `|` in `pipeDelimited`, and in
/// headers, which are not percent-encoded, no `,` and no `=`.
struct StyleAgreementTests {
    struct Style: Sendable, CustomTestStringConvertible {
        let location: String
        let name: String
        let explode: Bool
        /// Octets that no part may hold.
        var excluded = ""
        var testDescription: String { "\(name) in \(location), explode \(explode)" }
    }

    private static let styles = [
        Style(location: "path", name: "simple", explode: false), Style(location: "path", name: "simple", explode: true),
        Style(location: "path", name: "label", explode: false), Style(location: "path", name: "label", explode: true),
        Style(location: "path", name: "matrix", explode: false), Style(location: "path", name: "matrix", explode: true),
        Style(location: "query", name: "form", explode: false), Style(location: "query", name: "form", explode: true),
        Style(location: "query", name: "spaceDelimited", explode: false, excluded: " "),
        Style(location: "query", name: "pipeDelimited", explode: false, excluded: "|"),
        Style(location: "query", name: "deepObject", explode: true),
        Style(location: "header", name: "simple", explode: false, excluded: ",= "),
        Style(location: "header", name: "simple", explode: true, excluded: ",= "),
        Style(location: "cookie", name: "form", explode: false), Style(location: "cookie", name: "form", explode: true),
    ]

    @Test("What a style writes, it reads", arguments: styles)
    func agrees(style: Style) throws {
        var random = SeededGenerator(seed: 7)
        let schemas = [Schemas.string, Schemas.strings, Self.object]
        for (kind, schema) in schemas.enumerated() {
            let operation = try ParameterExample(
                """
                {"name": "p", "in": "\(style.location)", "required": true, "style": "\(style.name)",
                 "explode": \(style.explode), "schema": \(schema)}
                """, template: style.location == "path" ? "/x/{p}" : "/x")
            for _ in 0..<200 {
                let parts = (0..<(kind == 0 ? 1 : Int.random(in: 1...3, using: &random))).map { _ in
                    Self.text(&random, without: style.excluded)
                }
                let value = Value(parts, kind: kind)
                let request = value.written(in: style)
                let result = operation.decode(
                    path: style.location == "path" ? "/x/" + request : "/x",
                    query: style.location == "query" ? request : "",
                    fields: style.location == "header" ? [("p", request)] : [("Cookie", request)])
                let expected = value.json
                #expect(result.text == expected, "\(request)")
            }
        }
    }

    private static let object = """
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}}}
        """

    private static func text(_ random: inout SeededGenerator, without excluded: String) -> String {
        let letters = "ab1-_.~,;=&+%|[]/ é€😀\"\\".filter { !excluded.contains($0) }
        return String(
            (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
    }

    private struct Value {
        let names: [String]
        let parts: [String]
        let kind: Int

        init(_ parts: [String], kind: Int) {
            self.parts = parts
            self.kind = kind
            names = Array(["a", "b", "c"].prefix(parts.count))
        }

        var json: String {
            let texts = parts.map { part in
                var tape = TapeBuilder()
                tape.string(part)
                return tape.finish().serialized()
            }
            switch kind {
            case 0: return texts[0]
            case 1: return "[" + texts.joined(separator: ",") + "]"
            default: return "{" + zip(names, texts).map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
            }
        }

        /// RFC 6570, section 3.2, and OpenAPI 3.2, section 4.12.6.
        func written(in style: Style) -> String {
            let texts = style.location == "header" ? parts : parts.map(Self.escaped)
            let alternating = kind == 2 ? zip(names, texts).flatMap { [$0, $1] } : texts
            let assigned = kind == 2 ? zip(names, texts).map { "\($0)=\($1)" } : texts
            let named = kind == 2 ? assigned : texts.map { "p=\($0)" }
            switch (style.name, style.explode) {
            case ("simple", let explode): return (explode ? assigned : alternating).joined(separator: ",")
            case ("label", let explode):
                return "." + (explode ? assigned : alternating).joined(separator: explode ? "." : ",")
            case ("matrix", true): return named.map { ";" + $0 }.joined()
            case ("matrix", false): return ";p=" + alternating.joined(separator: ",")
            case ("form", true): return named.joined(separator: style.location == "cookie" ? "; " : "&")
            case ("form", false): return "p=" + alternating.joined(separator: ",")
            case ("spaceDelimited", _): return "p=" + alternating.joined(separator: "%20")
            case ("pipeDelimited", _): return "p=" + alternating.joined(separator: "%7C")
            default:
                guard kind > 0 else { return "p=" + texts[0] }
                return zip(kind == 2 ? names : texts.map { _ in "" }, texts).map { "p[\($0)]=\($1)" }.joined(
                    separator: "&")
            }
        }

        /// All but letters and digits, so that no octet is a delimiter.
        private static func escaped(_ text: String) -> String {
            text.utf8.map { byte in
                let isPlain = byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || byte >= 48 && byte <= 57)
                let hex = String(byte, radix: 16)
                return isPlain ? String(Unicode.Scalar(byte)) : "%" + (hex.count < 2 ? "0" : "") + hex
            }.joined()
        }
    }
}

import JSONCore
import Testing

@testable import SpecRouter

/// Whatever octets come, decoding ends in a tape and faults.
struct ParameterFuzzTests {
    @Test("Random requests are decoded or refused, never a trap", arguments: 0..<8)
    func survives(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let operation = try ParameterExample(
            """
            {"name": "a", "in": "path", "required": true, "style": "matrix", "explode": true, "schema": \(Schemas.integers)},
            {"name": "b", "in": "path", "required": true, "style": "label", "schema": \(Schemas.color)},
            {"name": "c", "in": "query", "style": "deepObject", "schema": {"type": ["object", "array", "integer"]}},
            {"name": "d", "in": "query", "schema": \(Schemas.integerOrIntegers)},
            {"name": "e", "in": "query", "style": "pipeDelimited", "schema": \(Schemas.color)},
            {"name": "f", "in": "query", "schema": \(Schemas.free)},
            {"name": "g", "in": "query", "content": {"application/json": {}}},
            {"name": "h", "in": "header", "explode": true, "schema": \(Schemas.color)},
            {"name": "i", "in": "cookie", "schema": \(Schemas.pair)}
            """, template: "/x/{a}/{b}.z")
        for _ in 0..<2_000 {
            let path = "/x/" + Self.text(&random) + "/" + Self.text(&random) + ".z"
            let query = (0..<6).map { _ in Self.text(&random) }.joined(separator: "&")
            let bytes = query.utf8.map {
                Int.random(in: 0..<200, using: &random) == 0 ? UInt8.random(in: 0...255, using: &random) : $0
            }
            let result = operation.decode(
                path: path, query: bytes, fields: [("h", Self.text(&random)), ("cookie", "i=" + Self.text(&random))])
            guard result.tape.kind == .object else { continue }
            #expect(result.tape.members.map(\.key) == ["path", "query", "header", "cookie"])
            let text = result.tape.serialized()
            // A value with a fault may have a key twice.
            let options = JSONParser.Options(maximumDepth: 200, duplicateKeys: .allow)
            #expect((try? JSON(parsing: text, options: options))?.serialized() == text)
            #expect(result.decoded.values.allSatisfy { $0.parameter < operation.decoder.parameters.count })
        }
    }

    private static let pieces = [
        "a", "b", "c", "d", "e", "f", "g", "h", "R", "G", "=", "=", ";", ".", ",", "|", "%7C", "%20", "+", "[", "]",
        "[]", "[0]",
        "[1000]", "%", "%4", "%C3", "%A9", "%00", "1", "-1", "1e5", "true", "null", "{", "}", "\"", ":", "é", "%5B",
        "%5D", "c[",
    ]

    private static func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
}

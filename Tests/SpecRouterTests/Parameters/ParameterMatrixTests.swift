import Foundation
import JSONCore
import OpenAPIModel
import SpecRouterTesting
import Testing

@testable import SpecRouter

/// The page of the documentation that shows every location, style and explode: its table is what the pipeline answers.
///
/// With `SPECROUTER_README=write` the page is made so.
struct ParameterMatrixTests {
    @Test func `the page of the documentation shows what requests are decoded to`() async throws {
        let table = try await Matrix().table()
        let file = URL(filePath: #filePath)
            .appending(path: "../../../../Sources/SpecGateway/SpecGateway.docc/Parameters.md").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        let begin = try #require(text.range(of: "<!-- matrix: begin -->\n")?.upperBound)
        let end = try #require(text.range(of: "\n<!-- matrix: end -->")?.lowerBound)
        if ProcessInfo.processInfo.environment["SPECROUTER_README"] == "write" {
            try (text[..<begin] + table + text[end...]).write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(text[begin..<end] == table, "The table of Parameters.md must be:\n\(table)")
        }
    }

    /// An API with an operation for each row's style and each of three schemas.
    struct Matrix {
        struct Row {
            let location: String
            let style: String
            let explode: Bool
        }

        static let rows: [Row] = [
            ("path", "simple", [false, true]), ("path", "label", [false, true]), ("path", "matrix", [false, true]),
            ("query", "form", [false, true]), ("query", "spaceDelimited", [false]), ("query", "pipeDelimited", [false]),
            ("query", "deepObject", [true]), ("header", "simple", [false, true]), ("cookie", "form", [false, true]),
            ("cookie", "cookie", [false, true]),
        ].flatMap { location, style, explodes in
            explodes.map { Row(location: location, style: style, explode: $0) }
        }

        /// A value of each type, and its schema.
        private static let types: [(name: String, schema: String, value: String)] = [
            ("primitive", Schemas.string, #""blue""#), ("array", Schemas.strings, #"["blue","black"]"#),
            (
                "object", #"{"type": "object", "properties": {"R": {"type": "integer"}, "G": {"type": "integer"}}}"#,
                #"{"R":100,"G":200}"#
            ),
        ]

        private let document: OpenAPIDocument
        private let client: InProcessClient

        init() throws {
            let paths = Self.rows.enumerated().flatMap { number, row in
                Self.types.map { type in
                    let path = "/\(number)/\(type.name)" + (row.location == "path" ? "/{color}" : "")
                    return """
                        "\(path)": {"get": {"parameters": [{"name": "color", "in": "\(row.location)", "style": "\(row.style)",
                         "explode": \(row.explode), "required": \(row.location == "path"), "schema": \(type.schema)}]}}
                        """
                }
            }
            document = try ParameterExample.load(
                #"{"openapi": "3.2.0", "info": {"title": "t", "version": "1"}, "paths": {\#(paths.joined(separator: ","))}}"#
            )
            var nodes = NodeRegistry()
            nodes.fallback(.echo)
            client = InProcessClient(
                try #require(APICompiler().compile([SpecInput(document: document, nodes: nodes)]).api))
        }

        func table() async throws -> String {
            var lines = [
                "| In | Style | Explode | Value | Request | What the node gets |", "|---|---|---|---|---|---|",
            ]
            for (number, row) in Self.rows.enumerated() {
                let start = "| \(row.location) | `\(row.style)` | \(row.explode) |"
                for (index, type) in Self.types.enumerated() {
                    let codec = ParameterCodec(
                        try #require(document.operations[number * 3 + index].parameters.first), document: document)
                    let text = try codec.encode(try JSON(parsing: type.value))
                    lines.append(
                        "\(start) \(type.name) | \(shown(text)) | \(await answer(number, type.name, row, text)) |")
                }
                lines.append("\(start) absent | | \(await answer(number, "primitive", row, nil)) |")
                let empty = Self.empty(row)
                var answers: [String] = []
                for type in Self.types { answers.append(await answer(number, type.name, row, empty)) }
                lines.append("\(start) empty | \(shown(empty)) | \(answers.joined(separator: ", ")) |")
            }
            return lines.joined(separator: "\n")
        }

        private static func empty(_ row: Row) -> ParameterText {
            switch (row.location, row.style) {
            case ("path", "label"): .path(Array(".".utf8))
            case ("path", "matrix"): .path(Array(";color".utf8))
            case ("path", _): .path([])
            case ("header", _): .header("")
            case ("cookie", _): .cookie("color=")
            default: .query(Array("color=".utf8))
            }
        }

        private func shown(_ text: ParameterText) -> String {
            switch text {
            case .path(let bytes): "`/\(String(decoding: bytes, as: UTF8.self))`"
            case .query(let bytes): "`?\(String(decoding: bytes, as: UTF8.self))`"
            case .header(let value): "`color: \(value)`"
            case .cookie(let value): "`Cookie: \(value)`"
            }
        }

        /// The value as the node gets it; nothing for none; the status and what is wrong for a refusal.
        private func answer(_ number: Int, _ type: String, _ row: Row, _ text: ParameterText?) async -> String {
            var target = "/\(number)/\(type)" + (row.location == "path" ? "/" : "")
            var fields: [HeaderField] = []
            switch text {
            case .path(let bytes): target += String(decoding: bytes, as: UTF8.self)
            case .query(let bytes): target += "?" + String(decoding: bytes, as: UTF8.self)
            case .header(let value): fields = [("color", value)]
            case .cookie(let value): fields = [("Cookie", value)]
            case nil: break
            }
            let response = await client.send("GET", target, fields)
            if response.status != 200 {
                let message = response.json?["violations"]?[0]?["message"]?.string.map { ": \($0)" } ?? ""
                return "\(response.status)\(message)"
            }
            let value = response.json?["parameters"]?[row.location]?["color"]
            return value.map { "`\($0.serialized())`" } ?? "nothing"
        }
    }
}

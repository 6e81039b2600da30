import Foundation
import OpenAPIModel
import Testing

/// Descriptions that were written to reach, or to cost, what they must not.
@Suite("Hostile references") struct HostileReferenceTests {
    private static func description(_ reference: String) -> String {
        """
        openapi: 3.1.0
        info: { title: A, version: '1' }
        paths:
          /a: { get: { parameters: [{ $ref: "\(reference)" }], responses: {} } }
          /b: { get: { responses: {} } }
        """
    }

    @Test(arguments: [
        "/etc/passwd", "file:///etc/passwd", "file:/etc/passwd", "file://localhost/etc/passwd", "FILE:///etc/passwd",
        "%2Fetc%2Fpasswd", "../../../../../../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2f..%2f..%2fetc/passwd", "inner/../../outside.yaml", "inner/%2e%2e/../outside.yaml",
        "link/outside.yaml", "outside.yaml%00.yaml", "http://169.254.169.254/latest/meta-data", "//host/outside.yaml",
    ])
    func `lead to nothing outside, and cost the operation alone`(reference: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "specrouter-\(UUID().uuidString)")
        let root = folder.appending(path: "root")
        try FileManager.default.createDirectory(at: root.appending(path: "inner"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let secret = "name: p\nin: query\nschema: {}\n"
        try secret.write(to: folder.appending(path: "outside.yaml"), atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(
            atPath: root.appending(path: "link").path, withDestinationPath: "..")
        let entry = root.appending(path: "openapi.yaml")
        try Self.description(reference).write(to: entry, atomically: true, encoding: .utf8)
        let loaded = DescriptionLoader.load(file: entry.path)
        #expect(loaded.diagnostics.map(\.summary) == ["4:37 error unresolvable-reference"])
        #expect(loaded.diagnostics.first?.message.contains("root:") == false)
        #expect(loaded.document?.sources.count == 1)
        #expect(loaded.document?.operations.map(\.isBroken) == [true, false])
    }

    @Test func `of what was fetched do not lead to files`() {
        var asked: [String] = []
        for reference in ["file:///etc/passwd", "FILE:///etc/passwd", "file:x.yaml"] {
            let text = Array(Self.description(reference).utf8)
            let loaded = DescriptionLoader.load(bytes: text, uri: "https://example.com/a", name: "a") { uri in
                asked.append(uri)
                return []
            }
            #expect(loaded.diagnostics.map(\.summary) == ["4:37 error unresolvable-reference"])
        }
        #expect(asked.isEmpty)
    }

    @Test func `do not lead to files by calling a document one`() {
        let text = Array(Self.description("https://example.com/b").utf8)
        var asked: [String] = []
        let loaded = DescriptionLoader.load(bytes: text, uri: "file:///d/a.yaml", name: "a") { uri in
            asked.append(uri)
            return Array("openapi: 3.2.0\n$self: file:///d/b\n$ref: c.yaml".utf8)
        }
        #expect(asked == ["https://example.com/b"])
        #expect(loaded.diagnostics.map(\.code) == [.unresolvableReference])
    }

    @Test func `may go round through ten files`() throws {
        var documents = [(name: "0.yaml", text: Self.description("1.yaml#/p"))]
        for index in 1...10 {
            documents.append(("\(index).yaml", "p: { $ref: '\(index % 10 + 1).yaml#/p' }"))
        }
        let loaded = load(documents)
        #expect(loaded.diagnostics.map(\.summary) == ["1:12 error unresolvable-reference"])
        #expect(loaded.document?.operations.map(\.isBroken) == [true, false])
    }

    @Test func `of schemas may go round through ten files, where something lies between`() throws {
        var documents = [
            (
                name: "0.yaml",
                text: """
                openapi: 3.1.0
                info: { title: A, version: '1' }
                paths: { /a: { get: { parameters: [{ name: p, in: query, schema: { $ref: "1.yaml" } }], responses: {} } } }
                """
            )
        ]
        for index in 1...10 {
            documents.append(("\(index).yaml", "type: array\nitems: { $ref: '\(index % 10 + 1).yaml' }"))
        }
        let loaded = load(documents)
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        #expect(loaded.document?.sources.count == 11)
    }

    @Test func `are followed through any line ends, marks and encodings`() throws {
        let text = "name: p\r\nin: query\r\nschema: {}\r\n"
        let plain = Array(text.utf8)
        let wide: [UInt8] = text.utf8.flatMap { [$0, 0] }
        let encodings: [[UInt8]] = [plain, [0xEF, 0xBB, 0xBF] + plain, [0xFF, 0xFE] + wide]
        for bytes in encodings {
            let entry = Array(Self.description("b.yaml").replacing("\n", with: "\r\n").utf8)
            let loaded = DescriptionLoader.load(bytes: entry, uri: "https://example.com/a", name: "a") { _ in bytes }
            #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            (String(repeating: "[", count: 100 << 20), Diagnostic.Code.limitExceeded),
            (String(repeating: "[", count: 10_000), .syntax),
            ("x: " + String(repeating: "{a: ", count: 10_000), .limitExceeded),
            (String(repeating: "- ", count: 10_000) + "x", .limitExceeded),
            ("a: &a [x, x]\nb: &b [" + String(repeating: "*a, ", count: 200_000) + "]", .limitExceeded), ("", .syntax),
        ])
    func `lead to documents that are refused for what they cost, and cost the operation alone`(
        text: String, code: Diagnostic.Code
    ) {
        let loaded = load([("a.yaml", Self.description("b.yaml")), ("b.yaml", text)])
        #expect(loaded.diagnostics.map(\.code) == [.unresolvableReference, code])
        #expect(loaded.document?.operations.map(\.isBroken) == [true, false])
    }
}

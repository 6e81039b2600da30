import Foundation
import Testing

/// What `--root` and `--allow-references` let descriptions refer to.
@Suite("References on the command line")
struct ReferenceOptionTests {
    static let item = "get: { responses: { \"200\": { description: Done. } } }"

    private static func description(_ reference: String) -> String {
        "openapi: 3.1.0\ninfo: { title: A, version: \"1\" }\npaths: { /a: { $ref: \"\(reference)\" } }\n"
    }

    @Test func `lead out of the description's directory as far as --root allows`() throws {
        let item = try CommandLineTool.file("item.yaml", Self.item)
        let folder = URL(filePath: item).deletingLastPathComponent()
        let inner = folder.appending(path: "inner")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        let description = inner.appending(path: "openapi.yaml").path
        try Data(Self.description("../item.yaml").utf8).write(to: URL(filePath: description))
        let refused = try CommandLineTool.run(["check", description])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("is outside of the description's directory"), "\(refused)")
        #expect(refused.errors.contains("--root"), "\(refused)")
        let allowed = try CommandLineTool.run(["check", description, "--root", folder.path])
        #expect(allowed.status == 0)
        #expect(allowed.output.hasSuffix(": 1 operation, 0 errors, 0 warnings\n"), "\(allowed)")
        let routes = try CommandLineTool.run(["routes", description, "--root", folder.path])
        #expect(routes.output.contains("GET"), "\(routes)")
        let elsewhere = try CommandLineTool.run(["check", description, "--root", inner.path])
        #expect(elsewhere.status == 1, "\(elsewhere)")
    }

    @Test func `lead to other origins as far as --allow-references allows`() throws {
        let service = try CommandLineTool.file(
            "service.yaml",
            """
            openapi: 3.1.0
            info: { title: Documents, version: "1" }
            paths:
              /item.json:
                get:
                  x-entry-node-id: item
                  responses: { "200": { description: A path item., content: { application/json: {} } } }
            """)
        let configuration = try CommandLineTool.file(
            "gateway.yaml",
            """
            specs: [ { source: "\(service)" } ]
            nodes: { item: { use: respond, json: { \(Self.item) } } }
            """)
        let cache = ["XDG_CACHE_HOME": URL(filePath: service).deletingLastPathComponent().path]
        try CommandLineTool.serving(["--config", configuration]) { url in
            let description = try CommandLineTool.file("openapi.yaml", Self.description(url + "/item.json"))
            let refused = try CommandLineTool.run(["check", description], environment: cache)
            #expect(refused.status == 1)
            #expect(refused.errors.contains("Allow it with --allow-references \(url)"), "\(refused)")
            let allowed = try CommandLineTool.run(
                ["check", description, "--allow-references", url], environment: cache)
            #expect(allowed.status == 0, "\(allowed)")
            #expect(allowed.output.hasSuffix(": 1 operation, 0 errors, 0 warnings\n"), "\(allowed)")
            let other = try CommandLineTool.run(
                ["check", description, "--allow-references", "https://example.com"], environment: cache)
            #expect(other.status == 1, "\(other)")
        }
    }

    @Test(arguments: ["example.com", "https://example.com/path", "file:///", "*"])
    func `go to origins, and nothing else can be allowed`(text: String) throws {
        let outcome = try CommandLineTool.run(["check", "specs/petstore.yaml", "--allow-references", text])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("\"\(text)\" is no origin"), "\(outcome)")
    }
}

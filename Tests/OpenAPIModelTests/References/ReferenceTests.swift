import Foundation
import JSONCore
import JSONSchema
import OpenAPIModel
import Testing

@Suite("References")
struct ReferenceTests {
    private let split = TestData.fixtures + "/split/openapi.yaml"

    @Test func `lead across files, in every position`() throws {
        let loaded = DescriptionLoader.load(file: split)
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics.map { $0.rendered(color: .none) })")
        let document = try #require(loaded.document)
        #expect(
            document.operations.map(\.key) == ["GET /pets/{id}", "DELETE /pets/{id}", "GET /pets", "GET /owners/{id}"])
        #expect(document.operations.map(\.nodeID) == ["pets", "pets.delete", nil, nil])
        #expect(
            document.operations.map { $0.servers.first?.url } == ["/item", "/operation"]
                + Array(repeating: "https://example.com/root", count: 2))
        #expect(document.operations.map(\.serverLevel) == [.pathItem, .operation, .root, .root])
        #expect(document.operations[2].responses.map(\.response.description) == ["All pets.", "A page."])
        #expect(document.operations[3].responses.map(\.response.description) == ["All pets.", "Wrong."])
        let directory = TestData.fixtures + "/split/"
        let names = document.sources.map { $0.name.dropFirst(directory.count) }
        #expect(
            names == [
                "openapi.yaml", "paths/pet.yaml", "paths/list pets.yml", "schemas/common.json", "schemas/pet.yaml",
                "schemas/cat.yaml",
            ])
    }

    @Test func `of schemas compile across files`() throws {
        let document = try #require(DescriptionLoader.load(file: split).document)
        let schema = try #require(document.operations[2].responses[0].response.content[0].schema)
        var compiler = SchemaCompiler(
            registry: document.schemaRegistry(), options: .init(dialect: document.schemaDialect))
        let entry = try compiler.compile(document.schemaLocation(of: schema))
        let compiled = compiler.finish().schema(entry)
        #expect(compiled.isValid(try JSON(parsing: "[{\"id\": \"a\", \"children\": [{\"id\": \"b\"}]}]")))
        #expect(!compiled.isValid(try JSON(parsing: "[{\"id\": \"a\", \"children\": [{\"id\": \"\"}]}]")))
    }

    @Test func `lead to parameters in the shape of Swagger 2, which are their own schemas`() throws {
        let loaded = load(
            """
            openapi: 3.0.0
            info: { title: A, version: '1' }
            paths: { /a: { get: { parameters: [{ name: n, in: query, required: true, type: integer }], responses: {} } } }
            """)
        let document = try #require(loaded.document)
        let place = try #require(document.operations.first?.parameters.first?.place)
        #expect(document.place(of: document.schemaLocation(of: place)) == place)
        var compiler = SchemaCompiler(registry: document.schemaRegistry(), options: .init(dialect: .openAPI30))
        let entry = try compiler.compile(document.schemaLocation(of: place))
        let compiled = compiler.finish().schema(entry)
        #expect(compiled.isValid(try JSON(parsing: "5")))
        #expect(!compiled.isValid(try JSON(parsing: "\"a\"")))
    }

    @Test func `can be followed in the finished document`() throws {
        let document = try #require(DescriptionLoader.load(file: split).document)
        let schema = try #require(document.operations[0].responses[0].response.content[0].schema)
        let pet = try #require(document.resolve(schema))
        #expect(document.sources[pet.document].name.hasSuffix("schemas/pet.yaml"))
        let name = try #require(document.json(at: pet)["properties"]?["name"])
        let id = try #require(document.resolve(Place(document: pet.document, index: name.index)))
        #expect(document.location(of: id).description.hasSuffix("schemas/common.json:2:9"))
    }

    @Test func `read each document once, whatever it is called`() throws {
        var reads: [String: Int] = [:]
        let text = """
            openapi: 3.1.0
            info: { title: A, version: '1' }
            paths:
              /a:
                get:
                  parameters: [{ $ref: "b%2Eyaml#/p" }, { $ref: "./b.yaml#/q" }, { $ref: "x/../b.yaml#/r" }]
                  responses: {}
            """
        let parts = "p: { name: p, in: query, schema: {} }\nq: { name: q, in: query, schema: {} }\nr: { $ref: '#/q' }\n"
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "https://example.com/d/a.yaml", name: "a.yaml"
        ) { uri in
            reads[uri, default: 0] += 1
            return Array(parts.utf8)
        }
        #expect(reads == ["https://example.com/d/b%2Eyaml": 1])
        #expect(loaded.diagnostics.map(\.summary) == ["6:70 warning duplicate-parameter"])
        #expect(loaded.document?.operations.first?.parameters.map(\.name) == ["p", "q"])
        #expect(loaded.document?.sources.count == 2)
    }

    @Test func `go through percent-encoding and then through tildes`() throws {
        let loaded = load(
            """
            openapi: 3.1.0
            info: { title: A, version: '1' }
            paths:
              /a%2Fb/~x:
                get: { responses: { 200: { description: One. } } }
              /b:
                get: { responses: { 200: { $ref: "#/paths/~1a%252Fb~1~0x/get/responses/200" } } }
              /jobs/{id}:
                get:
                  parameters: [{ name: id, in: path, required: true, schema: {} }]
                  responses: { 200: { $ref: "#/paths/~1b/get/responses/201" } }
              /c:
                get: { responses: { 200: { $ref: "#/paths/~1jobs~1%7Bid%7D/get/parameters/0" } } }
            """)
        #expect(loaded.diagnostics.map(\.summary).contains("11:33 error unresolvable-reference"))
        #expect(loaded.document?.operations[1].responses.first?.response.description == "One.")
        #expect(loaded.document?.operations[3].responses.count == 1)
    }

    @Test func `do not leave the directory through symbolic links`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "specrouter-\(UUID().uuidString)")
        let inner = folder.appending(path: "inner")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let parameter = "name: p\nin: query\nschema: {}\n"
        try parameter.write(to: folder.appending(path: "outside.yaml"), atomically: true, encoding: .utf8)
        try parameter.write(to: inner.appending(path: "in side.yaml"), atomically: true, encoding: .utf8)
        for (link, target) in [("bad.yaml", "../outside.yaml"), ("good.yaml", "in side.yaml")] {
            try FileManager.default.createSymbolicLink(
                atPath: inner.appending(path: link).path, withDestinationPath: target)
        }
        func codes(_ reference: String, root: String? = nil) throws -> [String] {
            let text = """
                openapi: 3.1.0
                info: { title: A, version: '1' }
                paths: { /a: { get: { parameters: [{ $ref: "\(reference)" }], responses: {} } } }
                """
            let entry = inner.appending(path: "openapi.yaml")
            try text.write(to: entry, atomically: true, encoding: .utf8)
            let loaded = DescriptionLoader.load(file: entry.path, options: .init(rootDirectory: root))
            return loaded.diagnostics.map(\.code.rawValue)
        }
        #expect(try codes("bad.yaml") == ["unresolvable-reference"])
        #expect(try codes("../outside.yaml") == ["unresolvable-reference"])
        #expect(try codes("..%2Foutside.yaml") == ["unresolvable-reference"])
        #expect(try codes("file:///etc/hostname") == ["unresolvable-reference"])
        #expect(try codes("good.yaml") == [])
        #expect(try codes("in side.yaml") == [])
        #expect(try codes("in%20side.yaml") == [])
        #expect(try codes("../outside.yaml", root: folder.path) == [])
        #expect(try codes("bad.yaml", root: folder.path) == [])
    }

    @Test func `report what is wrong in the documents that they reach`() {
        let loaded = load([
            (
                "a.yaml",
                """
                openapi: 3.0.0
                info: { title: A, version: '1' }
                paths: { /a: { $ref: "b.yaml" }, /b: { $ref: "c.yaml" }, /c: { $ref: "b.yaml#/nowhere" } }
                """
            ),
            ("b.yaml", "get:\n  parameters: [{ name: p, in: nowhere }]\n  responses: {}\n"),
            ("c.yaml", "get: [\n"),
        ])
        let found = loaded.diagnostics.map { "\($0.location?.file ?? "") \($0.summary)" }
        #expect(
            found == [
                "a.yaml 3:46 error unresolvable-reference", "a.yaml 3:70 error unresolvable-reference",
                "b.yaml 2:31 error unknown-value", "c.yaml 2:1 error syntax",
            ])
    }

    @Test func `leave schemas with an identifier of their own to the compiler`() throws {
        let loaded = load(
            """
            openapi: 3.1.0
            info: { title: A, version: '1' }
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: { $ref: "https://example.com/schemas/tree" }
                  responses: {}
            components:
              schemas:
                Tree:
                  $id: https://example.com/schemas/tree
                  type: object
                  properties: { left: { $ref: "#" }, right: { $ref: "tree" } }
            """)
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    }
}

import Foundation
import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// A file of `Fixtures/requests`: descriptions, and what requests to them are decoded to or refused for.
struct RequestFixture: Sendable {
    let name: String
    let descriptions: [String]
    /// Replaced in the text of the descriptions.
    let replacing: [(String, String)]
    let cases: [Case]

    struct Case: Sendable {
        let request: String
        let headers: [HeaderField]
        let body: String?
        let status: Int
        /// By location; those that are not named are empty. Nil for a refusal.
        let parameters: JSON?
        let decodedBody: JSON?
        /// `in name pointer keyword`.
        let violations: [String]
    }

    static let folder = URL(filePath: #filePath).appending(path: "../../../../Fixtures/requests").standardized

    static let all: [RequestFixture] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { try? RequestFixture($0) }
    }()

    init(_ name: String) throws {
        self.name = name
        let json = try JSON(parsing: Array(Data(contentsOf: Self.folder.appending(path: name))))
        descriptions = try #require(json["descriptions"]).elements.compactMap(\.string)
        replacing = json["replacing"]?.members.map { ($0.key, $0.value.string ?? "") } ?? []
        cases = try #require(json["cases"]).elements.map(Case.init)
    }

    /// The API of a description, with echo for every operation, which takes every credential.
    func client(_ description: String) throws -> InProcessClient {
        let file = ProductionDescriptions.folder.appending(path: description)
        var text = try String(contentsOf: file, encoding: .utf8)
        for (old, new) in replacing { text = text.replacingOccurrences(of: old, with: new) }
        let loaded = DescriptionLoader.load(bytes: Array(text.utf8), uri: file.absoluteString, name: description) { _ in
            []
        }
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        let spec = SpecInput(
            document: try #require(loaded.document), diagnostics: loaded.diagnostics, nodes: nodes,
            security: .acceptAny)
        let compilation = APICompiler().compile([spec])
        return InProcessClient(try #require(compilation.api, "\(compilation.diagnostics.map(\.message))"))
    }
}

extension RequestFixture.Case {
    init(_ json: JSON) throws {
        request = try #require(json["request"]?.string)
        headers = json["headers"]?.members.map { ($0.key, $0.value.string ?? "") } ?? []
        body = json["body"]?.string
        status = json["status"]?.int ?? 200
        parameters = json["parameters"]
        decodedBody = json["decodedBody"]
        violations = json["violations"]?.elements.compactMap(\.string) ?? []
    }

    func check(_ client: InProcessClient) async {
        let parts = request.split(separator: " ", maxSplits: 1).map(String.init)
        let response = await client.send(parts[0], parts[1], headers, body: body)
        #expect(response.status == status, "\(request): \(response.body)")
        let violations = response.json?["violations"]?.elements.map { violation in
            ["in", "name", "pointer", "keyword"].map { violation[$0]?.string ?? "" }.joined(separator: " ")
        }
        #expect(violations ?? [] == self.violations, "\(request): \(response.body)")
        if let parameters {
            for location in ["path", "query", "header", "cookie"] {
                let decoded = response.json?["parameters"]?[location]
                #expect(decoded == parameters[location] ?? (try? JSON(parsing: "{}")), "\(request): \(response.body)")
            }
        }
        if let decodedBody { #expect(response.json?["body"] == decodedBody, "\(request): \(response.body)") }
    }
}

@Suite("Requests to foreign descriptions", .needsDescriptions)
struct RequestFixtureTests {
    @Test func `all files can be read`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: RequestFixture.folder.path)
        #expect(names.sorted() == RequestFixture.all.map(\.name))
        #expect(RequestFixture.all.reduce(0) { $0 + $1.cases.count } >= 95)
    }

    @Test("give what the descriptions promise", arguments: RequestFixture.all)
    func promises(fixture: RequestFixture) async throws {
        for description in fixture.descriptions {
            let client = try fixture.client(description)
            for example in fixture.cases {
                await example.check(client)
            }
        }
    }
}

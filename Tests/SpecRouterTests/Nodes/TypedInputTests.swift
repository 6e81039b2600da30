import Foundation
import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// What `register(_:input:)` and `register(_:body:)` find wrong between a type and an operation, before any request.
@Suite("Typed inputs, when the API compiles") struct TypedInputTests {
    private static let description = """
        openapi: 3.0.3
        info: { title: Users, version: "1" }
        paths:
          /users/{id}:
            get:
              x-entry-node-id: users.get
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: limit, in: query, schema: { type: integer, default: 20 } }
                - { name: sort, in: query, schema: { type: string, enum: [name, age, mail] } }
                - { name: ratio, in: query, required: true, schema: { type: number } }
                - { name: tags, in: query, required: true, schema: { type: array, items: { type: string } } }
                - { name: since, in: header, required: true, schema: { type: string, format: date-time } }
                - { name: any, in: cookie, required: true, schema: {} }
              responses: { '200': { description: ok } }
          /users:
            post:
              x-entry-node-id: users.add
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/NewUser' } } }
              responses: { '200': { description: ok } }
            put:
              x-entry-node-id: users.put
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } }
              responses: { '200': { description: ok } }
        components:
          schemas:
            NewUser:
              type: object
              required: [id, name, role, address]
              additionalProperties: false
              properties:
                id: { type: integer, readOnly: true }
                name: { type: string, nullable: true }
                mail: { type: string }
                role: { $ref: '#/components/schemas/Role' }
                address:
                  type: object
                  required: [street]
                  properties: { street: { type: string }, zip: { type: string } }
            Role: { type: string, enum: [admin, guest] }
            Tree:
              type: object
              required: [label]
              properties:
                label: { type: string }
                children: { type: array, items: { $ref: '#/components/schemas/Tree' } }
        """

    /// The findings, each as severity, code and message without its subject.
    private static func findings(_ register: (inout NodeRegistry) -> Void) throws -> [String] {
        let (_, diagnostics) = try compile(register)
        return diagnostics.filter { $0.code.rawValue.hasPrefix("input-") }.map { diagnostic in
            let message = diagnostic.message.split(separator: "\" ", maxSplits: 2).last ?? ""
            return "\(diagnostic.severity) \(diagnostic.code): \(message)"
        }
    }

    private static func compile(
        _ register: (inout NodeRegistry) -> Void
    ) throws -> (api: CompiledAPI?, diagnostics: [Diagnostic]) {
        let loaded = DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "file:///test/users.yaml", name: "users.yaml", readFile: { _ in [] })
        var nodes = NodeRegistry()
        register(&nodes)
        var policy = Policy()
        policy.unboundOperations = .notImplemented
        let input = SpecInput(
            document: try #require(loaded.document, "\(loaded.diagnostics)"), nodes: nodes, policy: policy)
        let compilation = APICompiler().compile([input])
        return (compilation.api, compilation.diagnostics)
    }

    private static func input<Input: Decodable & Sendable>(_ type: Input.Type) throws -> [String] {
        try findings { $0.register("users.get", input: type) { _, _ in NodeResponse(status: .ok) } }
    }

    private static func body<Body: Decodable & Sendable>(_ type: Body.Type, of id: String = "users.add") throws
        -> [String]
    {
        try findings { $0.register(id, body: type) { _, _ in NodeResponse(status: .ok) } }
    }

    private enum Sort: String, Decodable { case name, age, mail }

    private struct Fitting: Decodable {
        var id: Int
        var limit: Int32
        var sort: Sort?
        var ratio: Double
        var tags: Set<String>
        var since: Date
        var any: JSON
        var unheard: String?
        var body: String?
    }

    /// Takes what is missing, and more than one kind of value, by its own hand.
    private struct Lenient: Decodable {
        var id: String

        enum CodingKeys: String, CodingKey { case id, limit, unheard }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            if let text = try? members.decode(String.self, forKey: .id) {
                id = text
            } else {
                id = String(try members.decode(Int.self, forKey: .id))
            }
            _ = (try? members.decode(Int.self, forKey: .unheard)) ?? 5
        }
    }

    @Test func `a type that takes all that is sent has no finding`() throws {
        #expect(try Self.input(Fitting.self) == [])
        #expect(try Self.input(Lenient.self) == [])
        #expect(try Self.input([String: JSON].self) == [])
        #expect(try Self.input(JSON.self) == [])
        #expect(try Self.body(JSON.self) == [])
        #expect(try Self.body([String: JSON]?.self, of: "users.put") == [])
    }

    private enum Order: String, Decodable { case name, age }
    private enum Direction: String, Decodable, CaseIterable { case up, down }

    static let parameters: [(any (Decodable & Sendable).Type, [String])] = [
        (
            Misspelt.self,
            [#"error input-never-sent: needs "limti", which GET /users/{id} never sends; did you mean "limit"?"#]
        ),
        (Bodily.self, [#"error input-never-sent: needs "body", which GET /users/{id} never sends."#]),
        (
            Demanding.self,
            [#"warning input-may-be-absent: needs "sort", which clients of GET /users/{id} may leave out."#]
        ),
        (Textual.self, [#"error input-mismatch: takes "id" as a string, where GET /users/{id} sends an integer."#]),
        (
            Numeric.self,
            [
                #"error input-mismatch: takes "since" as an integer, where GET /users/{id} sends a string."#,
                #"warning input-mismatch: cannot take "ratio" when GET /users/{id} sends a number with a fraction."#,
            ]
        ),
        (Single.self, [#"error input-mismatch: takes "tags" as a string, where GET /users/{id} sends an array."#]),
        (Plural.self, [#"error input-mismatch: takes "limit" as an array, where GET /users/{id} sends an integer."#]),
        (Inner.self, [#"error input-mismatch: takes "tags[]" as an integer, where GET /users/{id} sends a string."#]),
        (Narrow.self, [#"warning input-words: cannot take "sort" when GET /users/{id} sends "mail"."#]),
        (
            Foreign.self,
            [#"error input-words: cannot take "sort" when GET /users/{id} sends "name", "age" or "mail"."#]
        ),
        (
            Several.self,
            [
                #"error input-never-sent: needs "a", which GET /users/{id} never sends."#,
                #"error input-mismatch: takes "id" as a boolean, where GET /users/{id} sends an integer."#,
                #"warning input-may-be-absent: needs "sort", which clients of GET /users/{id} may leave out."#,
            ]
        ),
    ]

    private struct Misspelt: Decodable, Sendable { var id: Int, limti: Int }
    private struct Bodily: Decodable, Sendable { var body: String }
    private struct Demanding: Decodable, Sendable { var sort: String }
    private struct Textual: Decodable, Sendable { var id: String }
    private struct Numeric: Decodable, Sendable { var since: Int, ratio: Int }
    private struct Single: Decodable, Sendable { var tags: String }
    private struct Plural: Decodable, Sendable { var limit: [Int] }
    private struct Inner: Decodable, Sendable { var tags: [Int] }
    private struct Narrow: Decodable, Sendable { var sort: Order? }
    private struct Foreign: Decodable, Sendable { var sort: Direction? }
    private struct Several: Decodable, Sendable { var a: Int, id: Bool, sort: String }

    @Test(arguments: parameters.indices)
    func `a type that does not fit the parameters is found`(index: Int) throws {
        let (type, expected) = Self.parameters[index]
        func findings<Input: Decodable & Sendable>(_ type: Input.Type) throws -> [String] { try Self.input(type) }
        #expect(try findings(type) == expected)
    }

    private struct NewUser: Decodable {
        struct Address: Decodable { var street: String, zip: String?, country: String }

        var id: Int
        var name: String
        var mail: String
        var role: Role
        var address: Address
        var password: String
    }

    private enum Role: String, Decodable { case admin }

    @Test func `a type that does not fit the body is found, however deep`() throws {
        let key = "POST /users"
        #expect(
            try Self.body(NewUser.self) == [
                "warning input-may-be-absent: needs \"id\", which clients of \(key) may leave out.",
                "warning input-mismatch: cannot take \"name\" when \(key) sends null.",
                "warning input-may-be-absent: needs \"mail\", which clients of \(key) may leave out.",
                "warning input-words: cannot take \"role\" when \(key) sends \"guest\".",
                "warning input-may-be-absent: needs \"address.country\", of which \(key) says nothing.",
                "error input-never-sent: needs \"password\", which \(key) never sends.",
            ])
    }

    @Test func `a body that may be missing wants an optional type`() throws {
        let needs = "needs the body, which clients of PUT /users may leave out."
        #expect(try Self.body(JSON.self, of: "users.put") == [])
        #expect(try Self.body(Tree.self, of: "users.put") == ["warning input-may-be-absent: \(needs)"])
        #expect(try Self.body(Tree?.self, of: "users.put") == [])
        let never = try Self.body(Tree.self, of: "users.get")
        #expect(never == ["error input-never-sent: needs the body, which GET /users/{id} never sends."])
    }

    private struct Tree: Decodable { var label: String, children: [Tree]? }

    private struct Stubborn: Decodable {
        var id: Int
        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            id = try members.decode(Int.self, forKey: .id)
            guard id == 4711 else { throw CocoaError(.coderInvalidValue) }
            _ = try members.decode(Int.self, forKey: .unseen)
        }
        enum CodingKeys: String, CodingKey { case id, unseen }
    }

    private struct Endless: Decodable {
        init(from decoder: any Decoder) throws {
            var elements = try decoder.container(keyedBy: CodingKeys.self).nestedUnkeyedContainer(forKey: .tags)
            while true { _ = try elements.decode(String.self) }
        }
        enum CodingKeys: String, CodingKey { case tags }
    }

    @Test func `a type that refuses what is made up ends the search`() throws {
        #expect(try Self.input(Stubborn.self) == [])
        #expect(try Self.input(Endless.self) == [])
    }

    @Test func `an error keeps the API from being served, a warning does not`() throws {
        let refused = try Self.compile {
            $0.register("users.get", input: Textual.self) { _, _ in NodeResponse(status: .ok) }
        }
        #expect(refused.api == nil)
        let finding = try #require(refused.diagnostics.first { $0.code == .inputMismatch })
        #expect(finding.message.hasPrefix("The input \"Textual\" of the node \"users.get\" takes"))
        #expect(finding.location?.description.hasPrefix("users.yaml:8:") == true, "\(finding)")
        #expect(finding.hint != nil)
        let served = try Self.compile {
            $0.register("users.get", input: Narrow.self) { _, _ in NodeResponse(status: .ok) }
        }
        #expect(served.api != nil)
        #expect(served.diagnostics.contains { $0.code == .inputWords && $0.severity == .warning })
    }
}

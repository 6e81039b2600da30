import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Synchronization
import Testing

@Suite("Sequences of items")
struct ItemPipelineTests {
    struct Reading: Codable, Sendable, Equatable {
        var value: Int
    }

    private static let description = """
        openapi: 3.2.0
        info: { title: Readings, version: "1" }
        paths:
          /readings:
            post:
              x-entry-node-id: take
              requestBody:
                required: true
                content:
                  application/jsonl: { itemSchema: { $ref: '#/components/schemas/Reading' } }
                  application/x-ndjson: { schema: { $ref: '#/components/schemas/Readings' } }
                  application/json-seq: { itemSchema: { $ref: '#/components/schemas/Reading' } }
                  text/event-stream:
                    itemSchema: { properties: { event: { enum: [add] }, data: { maxLength: 3 } }, required: [event] }
              responses: { '200': { description: ok, content: { application/json: {} } } }
            get:
              x-entry-node-id: give
              responses:
                '200':
                  description: ok
                  content:
                    application/jsonl: { itemSchema: { $ref: '#/components/schemas/Reading' } }
                    application/x-ndjson: { schema: { $ref: '#/components/schemas/Readings' } }
                    text/event-stream: { itemSchema: { properties: { data: { maxLength: 3 } } } }
        components:
          schemas:
            Reading: { type: object, required: [value], properties: { value: { type: integer } } }
            Readings:
              { type: array, minItems: 1, maxItems: 3, prefixItems: [ { type: integer } ], items: { type: string } }
        """

    private static func api(
        policy: Policy = Policy(),
        take: @escaping @Sendable (ValidatedRequest) async throws -> NodeResponse = { _ in .text("") },
        give: @escaping @Sendable () -> NodeResponse = { .text("") }
    ) throws -> InProcessClient {
        var nodes = NodeRegistry()
        nodes.register("take", take)
        nodes.register("give") { _ in give() }
        return InProcessClient(try PetstoreAPI.compile(description, nodes: nodes, policy: policy))
    }

    private static let listing: @Sendable (ValidatedRequest) async throws -> NodeResponse = { request in
        var items: [String] = []
        for try await item in request.jsonItems { items.append(item.serialized()) }
        return try .json(items)
    }

    @Test(arguments: [
        ("application/jsonl", "{\"value\":1}\n{\"value\":2}\n", ["{\"value\":1}", "{\"value\":2}"]),
        ("application/json-seq", "\u{1e}{\"value\":1}\n", ["{\"value\":1}"]),
        ("application/x-ndjson", "1\n\"a\"\n", ["1", "\"a\""]),
        ("text/event-stream", "event: add\ndata: a\n\n", ["{\"data\":\"a\",\"event\":\"add\"}"]),
    ])
    func `reach the node one by one`(type: String, body: String, items: [String]) async throws {
        let answer = try await Self.api(take: Self.listing).send(
            "POST", "/readings", [("Content-Type", type)], body: body)
        #expect(answer.json?.elements.compactMap(\.string) == items)
    }

    @Test(arguments: [
        ("application/jsonl", "{\"value\":1}\n{\"value\":\"x\"}\n", "/1/value", "type"),
        ("application/jsonl", "{\"value\":1}\n{\n", "/1", "syntax"),
        ("application/jsonl", "{}\n", "/0", "required"),
        ("application/json-seq", "\u{1e}{\"value\":1}\n\u{1e}3", "/1", "syntax"),
        ("application/x-ndjson", "1\n2\n", "/1", "type"), ("application/x-ndjson", "\"a\"\n", "/0", "type"),
        ("application/x-ndjson", "1\n\"a\"\n\"b\"\n\"c\"\n", "", "maxItems"),
        ("application/x-ndjson", "\n", "", "minItems"),
        ("text/event-stream", "data: a\n\n", "/0", "required"),
        ("text/event-stream", "event: add\ndata: abcd\n\n", "/0/data", "maxLength"),
        ("text/event-stream", "event: add\ndata: \u{0}\n\nevent: x\ndata: 1\n\n", "/1/event", "enum"),
    ])
    func `end at a bad one with its index`(
        type: String, body: String, pointer: String, keyword: String
    ) async throws {
        let answer = try await Self.api(take: Self.listing).send(
            "POST", "/readings", [("Content-Type", type)], body: body)
        #expect(answer.status == 400)
        #expect(answer.json?["violations"]?[0]?["pointer"]?.string == pointer)
        #expect(answer.json?["violations"]?[0]?["keyword"]?.string == keyword)
        #expect(answer.json?["violations"]?[0]?["schema"]?.string?.hasPrefix("#/") == true)
    }

    @Test func `come as values, those before a bad one first`() async throws {
        let taken = Mutex<[Reading]>([])
        let api = try Self.api(take: { request in
            for try await reading in request.items(as: Reading.self) { taken.withLock { $0.append(reading) } }
            return try .json("all")
        })
        let answer = await api.send(
            "POST", "/readings", [("Content-Type", "application/jsonl")], body: "{\"value\":1}\n{\"value\":2}\n{}\n")
        #expect(answer.status == 400)
        #expect(taken.withLock { $0 } == [Reading(value: 1), Reading(value: 2)])
    }

    @Test func `are checked for a node that reads octets, too`() async throws {
        let api = try Self.api(take: { try await .json($0.collectBody(upTo: 100).count) })
        let type: [HeaderField] = [("Content-Type", "application/jsonl")]
        #expect(await api.send("POST", "/readings", type, body: "{\"value\":1}\n").body == "12")
        #expect(await api.send("POST", "/readings", type, body: "{\"value\":1}\n{}").status == 400)
    }

    @Test func `are those of a sequential media type alone`() async throws {
        var nodes = NodeRegistry()
        nodes.register("pets.list") { request in
            do {
                for try await _ in request.jsonItems {}
                return try .json(["items": "some"])
            } catch {
                return try .json(["items": "\(error)"])
            }
        }
        let client = InProcessClient(
            try PetstoreAPI.compile(
                nodes: nodes, security: .acceptAny,
                policy: {
                    var policy = Policy(); policy.unboundOperations = .notImplemented; return policy
                }()))
        #expect(await client.send("GET", "/v1/pets").body.contains("is in no sequential media type"))
    }

    private static func give(
        _ type: String, _ items: [some Codable & Sendable], policy: Policy = Policy()
    ) async throws -> InProcessResponse {
        let client = try api(
            policy: policy,
            give: {
                .items(
                    AsyncStream { continuation in
                        for item in items { continuation.yield(item) }
                        continuation.finish()
                    }, contentType: type)
            })
        return await client.send("GET", "/readings")
    }

    @Test func `leave one by one in the framing of their media type`() async throws {
        let lines = try await Self.give("application/jsonl", [Reading(value: 1), Reading(value: 2)])
        #expect(lines.body == "{\"value\":1}\n{\"value\":2}\n")
        #expect(lines.outcome?.isComplete == true)
        let event = ServerSentEvent(data: "a\nb", event: "add", id: "1", retry: 5)
        let events = try await Self.give("text/event-stream", [event])
        #expect(events.body == "data: a\ndata: b\nevent: add\nid: 1\nretry: 5\n\n")
        #expect(events.field("content-type") == "text/event-stream")
    }

    @Test func `do not leave when they break the description`() async throws {
        let answer = try await Self.give("application/jsonl", [["value": 1], ["other": 2]])
        #expect(answer.body == "{\"value\":1}\n")
        #expect(answer.outcome?.isComplete == false)
        #expect(answer.outcome?.fault?.contains("The body at \"/1\"") == true)
        let none = try await Self.give("application/x-ndjson", [Int]())
        #expect(none.outcome?.isComplete == false)
    }

    @Test func `leave when the policy only reports`() async throws {
        var policy = Policy()
        policy.responses.body = .report
        let answer = try await Self.give(
            "application/jsonl", [["value": 1], ["other": 2], ["value": 3]], policy: policy)
        #expect(answer.body == "{\"value\":1}\n{\"other\":2}\n{\"value\":3}\n")
        #expect(answer.outcome?.isComplete == true)
        #expect(answer.outcome?.fault?.contains("The body at \"/1\"") == true)
        policy.responses.body = .off
        let unchecked = try await Self.give("application/jsonl", [["other": 2]], policy: policy)
        #expect(unchecked.outcome?.fault == nil)
    }

    @Test(arguments: Policy.BrokenEvents.allCases)
    func `end a stream of events as the policy says`(ending: Policy.BrokenEvents) async throws {
        var policy = Policy()
        policy.brokenEvents = ending
        let events = [ServerSentEvent(data: "a"), ServerSentEvent(data: "abcd")]
        let answer = try await Self.give("text/event-stream", events, policy: policy)
        #expect(answer.body.hasPrefix("data: a\n\n"))
        #expect(answer.body.contains("event: error\ndata: {") == (ending == .errorEvent))
        #expect(answer.outcome?.isComplete == (ending == .errorEvent))
        #expect(answer.outcome?.fault?.contains("/1/data") == true)
    }

    @Test func `are checked in octets, whole or streamed`() async throws {
        let whole = try Self.api(give: { .bytes(Array("{}\n".utf8), contentType: "application/jsonl") })
        #expect(await whole.send("GET", "/readings").status == 500)
        let streamed = try Self.api(give: {
            .stream(contentType: "application/jsonl") { writer in
                try await writer.write("{\"value\":1}\n{\"va")
                try await writer.write("lue\":\"x\"}\n")
            }
        })
        let answer = await streamed.send("GET", "/readings")
        #expect(answer.body == "{\"value\":1}\n{\"va")
        #expect(answer.outcome?.isComplete == false)
        #expect(answer.outcome?.fault?.contains("/1/value") == true)
    }

    @Test func `need a sequential media type`() async throws {
        let answer = try await Self.give("application/json", [1])
        #expect(answer.status == 500)
    }

    @Test(arguments: [
        ("{ type: string }", true), ("{}", true), ("{ type: array, items: {}, title: x }", true),
        ("{ type: object }", false), ("{ type: array, uniqueItems: true }", false), ("{ anyOf: [ {} ] }", false),
    ])
    func `say at load what cannot be checked`(schema: String, isChecked: Bool) throws {
        let text = """
            openapi: 3.1.0
            info: { title: Events, version: "1" }
            paths:
              /events:
                get:
                  responses: { '200': { description: ok, content: { text/event-stream: { schema: \(schema) } } } }
            """
        let found = try PetstoreAPI.diagnostics(text)
        #expect(found.map(\.code).contains(.uncheckedStream) == !isChecked)
        #expect(found.compactMap(\.operation) == [], "None disables the operation.")
    }
}

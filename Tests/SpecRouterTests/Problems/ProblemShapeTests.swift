import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

@Suite struct ProblemShapeTests {
    static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        paths:
          /a:
            get:
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: page, in: query, schema: { type: integer } }
              responses:
                '200': { description: ok }
                '400':
                  description: wrong
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [ error ]
                        properties: { error: { type: object, required: [ code ] } }
        """

    static let template = """
        { "error": { "code": "{{code}}", "status": "{{status}}", "text": "{{status}}: {{detail}}", "fixed": [ 1, null ],
          "fields": [ "{{each violations}}", { "field": "{{name}}", "where": "{{in}}{{pointer}}", "why": "{{message}}" } ],
          "all": "All: {{violations}}" } }
        """

    private func client(_ shape: ProblemShape?, _ policy: Policy = Policy()) throws -> InProcessClient {
        let loaded = DescriptionLoader.load(
            bytes: Array(Self.description.utf8), uri: "file:///t.yaml", name: "t.yaml"
        ) { _ in [] }
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        let input = SpecInput(
            document: try #require(loaded.document), nodes: nodes, policy: policy, problemShape: shape)
        return InProcessClient(try #require(APICompiler().compile([input]).api))
    }

    private func shape(_ template: String) throws -> ProblemShape {
        .template(try ProblemTemplate(JSON(parsing: template)), contentType: "application/json")
    }

    @Test func `a template has the shape that an operation declares`() async throws {
        let response = try await client(shape(Self.template)).send("GET", "/a?limit=x&page=y")
        #expect(response.status == 400)
        #expect(response.field("content-type") == "application/json")
        let error = response.json?["error"]
        #expect(error?["code"]?.string == "invalid-request")
        #expect(error?["status"]?.int == 400)
        #expect(error?["text"]?.string == "400: 2 things are wrong with the request.")
        #expect(error?["fixed"]?.serialized() == "[1,null]")
        #expect(
            error?["fields"]?.serialized()
                == #"[{"field":"limit","where":"query","why":"must be an integer"},"#
                + #"{"field":"page","where":"query","why":"must be an integer"}]"#)
        #expect(
            error?["all"]?.string == #"All: query "limit" must be an integer. query "page" must be an integer."#)
    }

    @Test func `violations stand alone as they do in problem+json`() async throws {
        let plain = try await client(nil).send("GET", "/a?limit=x")
        let shaped = try await client(shape(#"{"error":{"code":1},"list":"{{violations}}","in":"{{instance}}"}"#))
            .send("GET", "/a?limit=x")
        #expect(shaped.json?["list"] == plain.json?["violations"])
        #expect(shaped.json?["in"] == plain.json?["instance"])
    }

    @Test func `what breaks the declared shape leaves as problem+json, or is reported`() async throws {
        let wrong = try shape(#"{"message":"{{detail}}"}"#)
        let enforced = try await client(wrong).send("GET", "/a?limit=x")
        #expect(enforced.status == 400)
        #expect(enforced.field("content-type") == "application/problem+json")
        #expect(enforced.response.summary.fault?.contains("missing the required property \"error\"") == true)
        var policy = Policy()
        policy.responses.body = .report
        let reported = try await client(wrong, policy).send("GET", "/a?limit=x")
        #expect(reported.field("content-type") == "application/json")
        #expect(reported.response.summary.fault != nil)
    }

    @Test func `a status that is not declared, and no operation at all, have the shape too`() async throws {
        let client = try client(shape(#"{"message":"{{detail}}"}"#))
        #expect(await client.send("GET", "/b").json?["message"] != nil)
        #expect(await client.send("PUT", "/a").field("allow") == "GET, HEAD, OPTIONS")
        #expect(await client.send("GET", "/a", body: "x").body.hasPrefix(#"{"message":"#))
    }

    @Test func `a closure decides everything`() async throws {
        let shape = ProblemShape.custom(contentType: "text/plain") { problem, id in
            Array("\(problem.kind.rawValue) \(id.suffix(3))".utf8)
        }
        let response = try await client(shape).send("GET", "/b")
        #expect(response.body == "route-not-found 000")
        #expect(response.field("content-type") == "text/plain")
    }

    @Test(arguments: [
        "\"{{detial}}\"", "[\"{{message}}\"]", "[\"{{each violations}}\"]", "[\"{{each violations}}\", 1, 2]",
        "[\"{{each violations}}\", [\"{{each violations}}\", 1]]",
    ])
    func `a placeholder that means nothing is refused`(_ template: String) throws {
        let json = try JSON(parsing: template)
        #expect(throws: ProblemTemplateError.self) { try ProblemTemplate(json) }
    }
}

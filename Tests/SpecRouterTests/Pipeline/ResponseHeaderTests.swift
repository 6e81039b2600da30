import HTTPTypes
import JSONCore
import SpecRouter
import SpecRouterTesting
import Testing

@Suite("Headers of responses")
struct ResponseHeaderTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: Headers, version: "1" }
        paths:
          /x:
            get:
              x-entry-node-id: x
              responses:
                '200':
                  description: ok
                  headers:
                    X-Count: { required: true, schema: { type: integer, minimum: 1 } }
                    X-List: { schema: { type: array, items: { type: integer } } }
                    X-Pairs: { explode: true, schema: { type: object, properties: { a: { type: integer } } } }
                    X-Document: { content: { application/json: { schema: { type: object, required: [ a ] } } } }
                    Set-Cookie: { schema: { type: string, pattern: "^s=" } }
        """

    static let cases: [(fields: [HeaderField], fault: String?)] = [
        ([("X-Count", "1")], nil),
        (
            [
                ("X-Count", "1"), ("X-List", "1, 2"), ("X-Pairs", "a=1,b=x"), ("X-Document", #"{"a": 1}"#),
                ("X-Other", "é"),
            ], nil
        ),
        ([("x-count", "1"), ("X-List", "1"), ("X-List", "2")], nil),
        ([("X-Count", "1"), ("Set-Cookie", "s=1"), ("Set-Cookie", "t=1")], nil),
        ([], "\"X-Count\" is required"), ([("X-Count", "0")], "The header \"X-Count\" must"),
        ([("X-Count", "one")], "\"X-Count\""),
        ([("X-Count", "1"), ("X-Count", "2")], "\"X-Count\" must be given only once."),
        ([("X-Count", "1"), ("X-List", "1,x")], "\"X-List\" at \"/1\""),
        ([("X-Count", "1"), ("X-Pairs", "a=x")], "\"X-Pairs\" at \"/a\""),
        ([("X-Count", "1"), ("X-Pairs", "a")], "\"X-Pairs\" must list its properties"),
        ([("X-Count", "1"), ("X-Document", "{")], "\"X-Document\" must be JSON"),
        ([("X-Count", "1"), ("X-Document", "{}")], "\"X-Document\""),
        ([("X-Count", "1"), ("Set-Cookie", "t=1")], "\"Set-Cookie\""),
    ]

    @Test("are decoded and checked", arguments: cases)
    func checks(fields: [HeaderField], fault: String?) async throws {
        let reported = try await answer(fields, .report)
        #expect(reported.status == 200)
        let enforced = try await answer(fields, .enforce)
        guard let fault else {
            #expect(reported.response.summary.fault == nil)
            #expect(enforced.status == 200)
            return
        }
        #expect(reported.response.summary.fault?.contains(fault) == true, "\(reported.response.summary.fault ?? "")")
        #expect(enforced.status == 500)
        #expect(enforced.problem == "invalid-response")
        let off = try await answer(fields, .off)
        #expect(off.status == 200)
        #expect(off.response.summary.fault == nil)
    }

    @Test("are reported by default")
    func defaultPolicy() {
        #expect(Policy().responses.headers == .report)
    }

    private func answer(_ fields: [HeaderField], _ check: Policy.Check) async throws -> InProcessResponse {
        var policy = Policy()
        policy.responses.headers = check
        var nodes = NodeRegistry()
        nodes.register("x") { _ in
            var response = NodeResponse.text("")
            for (name, value) in fields {
                guard let name = HTTPField.Name(name) else { continue }
                response.headerFields.append(HTTPField(name: name, value: value))
            }
            return response
        }
        return await InProcessClient(try PetstoreAPI.compile(Self.description, nodes: nodes, policy: policy)).send(
            "GET", "/x")
    }
}

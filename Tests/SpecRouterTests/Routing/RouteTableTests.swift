import Testing

@testable import SpecRouter

struct RouteTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let routes: [String]
        let request: String
        let expected: String
        var testDescription: String { "\(request) of \(routes)" }

        init(_ routes: [String], _ request: String, _ expected: String) {
            self.routes = routes
            self.request = request
            self.expected = expected
        }
    }

    static let petstore = ["GET /pet/findByStatus", "GET /pet/{petId}", "POST /pet/{petId}", "POST /pet"]
    static let stripe = ["GET /v1/charges/search", "GET /v1/charges/{charge}", "POST /v1/charges/{charge}"]
    static let twilio = [
        "GET /2010-04-01/Accounts/{Sid}.json", "GET /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json",
        "GET /2010-04-01/Accounts.json",
    ]
    static let snowflake = ["POST /api/v2/databases/{name}:undrop", "DELETE /api/v2/databases/{name}"]
    static let box = ["GET /files/{id}/thumbnail.{extension}", "GET /files/upload_sessions/{id}"]
    static let northwind = [
        "GET /Order_Details(OrderID={OrderID},ProductID={ProductID})", "GET /Customers('{ID}')/Orders",
        "GET /Customers",
    ]
    static let crossing = ["GET /v2/droplets/autoscale/{id}", "GET /v2/droplets/{id}/backups"]
    static let openAI = ["POST /responses?beta=true", "POST /responses", "GET /responses"]

    @Test(
        "A request reaches the operation that the description means",
        arguments: [
            Case(petstore, "GET /pet/findByStatus", "GET /pet/findByStatus"),
            Case(petstore, "GET /pet/7", "GET /pet/{petId} petId=7"),
            Case(petstore, "POST /pet/findByStatus", "405 GET"),
            Case(petstore, "PUT /pet/7", "405 GET, POST"),
            Case(petstore, "HEAD /pet/7", "GET /pet/{petId} petId=7"),
            Case(petstore, "HEAD /pet", "405 POST"),
            Case(petstore, "GET /pet/", "404"),
            Case(petstore, "GET /pet//", "404"),
            Case(petstore, "GET /pet/7/", "404"),
            Case(petstore, "GET /", "404"),
            Case(petstore, "GET *", "404"),
            Case(petstore, "GET /pet/%66indByStatus", "GET /pet/findByStatus"),
            Case(petstore, "GET /pet/a%2Fb", "GET /pet/{petId} petId=a%2Fb"),
            Case(petstore, "GET /pet/%zz", "GET /pet/{petId} petId=%zz"),
            Case(stripe, "GET /v1/charges/search", "GET /v1/charges/search"),
            Case(stripe, "POST /v1/charges/search", "405 GET"),
            Case(twilio, "GET /2010-04-01/Accounts/AC1.json", "GET /2010-04-01/Accounts/{Sid}.json Sid=AC1"),
            Case(twilio, "GET /2010-04-01/Accounts/a.json.json", "GET /2010-04-01/Accounts/{Sid}.json Sid=a.json"),
            Case(twilio, "GET /2010-04-01/Accounts/.json", "404"),
            Case(twilio, "GET /2010-04-01/Accounts.json", "GET /2010-04-01/Accounts.json"),
            Case(
                twilio, "GET /2010-04-01/Accounts/AC1/Calls/CA2.json",
                "GET /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json AccountSid=AC1 Sid=CA2"),
            Case(
                twilio, "GET /2010-04-01/Accounts/AC1.json/Calls/CA2.json",
                "GET /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json AccountSid=AC1.json Sid=CA2"),
            Case(snowflake, "POST /api/v2/databases/db1:undrop", "POST /api/v2/databases/{name}:undrop name=db1"),
            Case(snowflake, "POST /api/v2/databases/db1%3Aundrop", "POST /api/v2/databases/{name}:undrop name=db1"),
            Case(snowflake, "DELETE /api/v2/databases/db1", "DELETE /api/v2/databases/{name} name=db1"),
            Case(box, "GET /files/1/thumbnail.png", "GET /files/{id}/thumbnail.{extension} id=1 extension=png"),
            Case(
                box, "GET /files/upload_sessions/thumbnail.png",
                "GET /files/upload_sessions/{id} id=thumbnail.png"),
            Case(
                northwind, "GET /Order_Details(OrderID=10248,ProductID=11)",
                "GET /Order_Details(OrderID={OrderID},ProductID={ProductID}) OrderID=10248 ProductID=11"),
            Case(
                northwind, "GET /Order_Details(OrderID=a%2CProductID=b,ProductID=11)",
                "GET /Order_Details(OrderID={OrderID},ProductID={ProductID}) OrderID=a%2CProductID=b ProductID=11"),
            Case(northwind, "GET /Customers('ALFKI')/Orders", "GET /Customers('{ID}')/Orders ID=ALFKI"),
            Case(northwind, "GET /Customers(%27ALFKI%27)/Orders", "GET /Customers('{ID}')/Orders ID=ALFKI"),
            Case(northwind, "GET /Customers", "GET /Customers"),
            Case(crossing, "GET /v2/droplets/autoscale/backups", "GET /v2/droplets/autoscale/{id} id=backups"),
            Case(crossing, "GET /v2/droplets/autoscale/1", "GET /v2/droplets/autoscale/{id} id=1"),
            Case(crossing, "GET /v2/droplets/1/backups", "GET /v2/droplets/{id}/backups id=1"),
            Case(["GET /a/b/c", "GET /a/{x}/d", "GET /{y}/b/e"], "GET /a/b/d", "GET /a/{x}/d x=b"),
            Case(["GET /a/b/c", "GET /a/{x}/d", "GET /{y}/b/e"], "GET /a/b/e", "GET /{y}/b/e y=a"),
            Case(["GET /{a}.json", "GET /{a}.{b}", "GET /{a}"], "GET /x.json", "GET /{a}.json a=x"),
            Case(["GET /{a}.json", "GET /{a}.{b}", "GET /{a}"], "GET /x.y.z", "GET /{a}.{b} a=x b=y.z"),
            Case(["GET /{a}.json", "GET /{a}.{b}", "GET /{a}"], "GET /.x", "GET /{a} a=.x"),
            Case(["GET /a{x}a", "GET /{y}"], "GET /aa", "GET /{y} y=aa"),
            Case(["GET /a{x}b{z}a", "GET /{y}"], "GET /abba", "GET /{y} y=abba"),
            Case(["GET /a{x}b{z}a", "GET /{y}"], "GET /abbba", "GET /a{x}b{z}a x=b z=b"),
            Case(openAI, "POST /responses?beta=true", "POST /responses?beta=true"),
            Case(openAI, "POST /responses?x=1&bet%61=true", "POST /responses?beta=true"),
            Case(openAI, "POST /responses?beta=false", "POST /responses"),
            Case(openAI, "GET /responses?beta=true", "GET /responses"),
            Case(openAI, "PUT /responses?beta=true", "405 GET, POST"),
            Case(["GET /x?a=1", "GET /{y}"], "GET /x", "GET /{y} y=x"),
            Case(["GET /x?a=1", "GET /x?a=1&b=2", "GET /x"], "GET /x?b=2&a=1", "GET /x?a=1&b=2"),
            Case(["GET /api/v1/", "GET /api/v1"], "GET /api/v1/", "GET /api/v1/"),
            Case(["GET /api/v1/", "GET /api/v1"], "GET /api/v1", "GET /api/v1"),
            Case(["GET /"], "GET /", "GET /"),
            Case(["POST /oauth2/token#refresh"], "POST /oauth2/token", "POST /oauth2/token#refresh"),
            Case(["GET /é"], "GET /%C3%A9", "GET /é"),
            Case(["GET /e\u{301}"], "GET /%C3%A9", "404"),
            Case(["GET /a%2Fb", "GET /a/b"], "GET /a%2fb", "GET /a%2Fb"),
            Case(
                ["GET /{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}/{i}/{j}"], "GET /1/2/3/4/5/6/7/8/9/10",
                "GET /{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}/{i}/{j} a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=10"),
        ])
    func routes(example: Case) throws {
        let orders = [Array(example.routes.indices), example.routes.indices.reversed()]
        for order in orders {
            let routes = try Routes(example.routes, order: order)
            #expect(routes.answer(to: example.request) == example.expected)
        }
    }

    @Test func `operations of one shape and method are alternatives in document order`() throws {
        let routes = try Routes(
            ["GET /Files/{FileId}", "GET /Files/{FolderId}", "DELETE /Files/{Any}"], order: [2, 1, 0])
        guard case .found(let hit) = routes.match("GET /Files/1") else {
            Issue.record("nothing found")
            return
        }
        #expect(hit.operation == 0)
        #expect(hit.alternatives == [1])
        #expect(
            routes.findings == [
                RouteFinding(kind: .sameMethod, first: 0, second: 1),
                RouteFinding(kind: .sameShape, first: 0, second: 2),
            ])
    }

    @Test func `crossing templates are reported with the winner first`() throws {
        let routes = try Routes([
            "GET /v2/droplets/{id}/backups", "GET /v2/droplets/autoscale/{id}", "GET /v2/droplets/{id}",
            "GET /v2/droplets/autoscale", "GET /v2/{x}.json/a", "GET /v2/b.json/{y}",
        ])
        #expect(
            routes.findings == [
                RouteFinding(kind: .crossing, first: 1, second: 0), RouteFinding(kind: .crossing, first: 5, second: 4),
            ])
    }

    @Test func `a trailing slash may be ignored`() throws {
        let list = ["GET /a", "GET /b/", "GET /c/{d}", "GET /"]
        let routes = try Routes(list, options: { _ in .init(trailingSlash: .ignored) })
        #expect(routes.answer(to: "GET /a/") == "GET /a")
        #expect(routes.answer(to: "GET /b") == "GET /b/")
        #expect(routes.answer(to: "GET /c/1/") == "GET /c/{d} d=1")
        #expect(routes.answer(to: "GET /a//") == "404")
        #expect(routes.answer(to: "GET /") == "GET /")
        let strict = try Routes(list)
        #expect(strict.answer(to: "GET /a/") == "404")
        #expect(strict.answer(to: "GET /b") == "404")
    }

    @Test func `a missing method may fall back to less specific templates`() throws {
        let routes = try Routes(Self.stripe + ["PUT /v1/{any}/search"]) { _ in .init(methodFallback: .lessSpecific) }
        #expect(routes.answer(to: "POST /v1/charges/search") == "POST /v1/charges/{charge} charge=search")
        #expect(routes.answer(to: "PUT /v1/charges/search") == "PUT /v1/{any}/search any=charges")
        #expect(routes.answer(to: "PATCH /v1/charges/search") == "405 GET, POST, PUT")
    }

    @Test func `options are each operation's own`() throws {
        let lines = ["GET /a", "PUT /a", "GET /b", "GET /c/d", "POST /{x}/d", "GET /e/d"]
        let routes = try Routes(lines) { line in
            switch line {
            case "GET /a": .init(trailingSlash: .ignored)
            case "GET /c/d": .init(methodFallback: .lessSpecific)
            default: .init()
            }
        }
        #expect(routes.answer(to: "GET /a/") == "GET /a")
        #expect(routes.answer(to: "PUT /a/") == "405 GET")
        #expect(routes.answer(to: "PUT /a") == "PUT /a")
        #expect(routes.answer(to: "GET /b/") == "404")
        #expect(routes.answer(to: "POST /c/d") == "POST /{x}/d x=c")
        #expect(routes.answer(to: "POST /e/d") == "405 GET")
    }
}

/// A table made of "METHOD /template" lines.
struct Routes {
    let lines: [String]
    let table: RouteTable
    let findings: [RouteFinding]

    init(_ lines: [String], order: [Int]? = nil, options: (String) -> RouteTable.Options = { _ in .init() }) throws {
        var builder = RouteTableBuilder()
        for index in order ?? Array(lines.indices) {
            let (method, template) = Self.split(lines[index])
            builder.insert(try PathTemplate(template), method: method, operation: index, options: options(lines[index]))
        }
        self.lines = lines
        (table, findings) = builder.freeze()
    }

    func match(_ request: String) -> RouteMatch {
        let (method, target) = Self.split(request)
        let parts = target.split(separator: "?", maxSplits: 1)
        let path = Array(parts[0].utf8)
        let query = Array((parts.count > 1 ? parts[1] : "").utf8)
        return table.match(path: path.span, query: query.span, method: method)
    }

    /// `GET /pet/{petId} petId=7`, `405 GET`, `404`.
    func answer(to request: String) -> String {
        switch match(request) {
        case .notFound: return "404"
        case .methodNotAllowed(let allow): return "405 " + allow.joined(separator: ", ")
        case .found(let hit):
            let path = Array(Self.split(request).1.split(separator: "?")[0].utf8)
            let names = (try? PathTemplate(Self.split(lines[hit.operation]).1).parameterNames) ?? []
            let values = names.indices.map { index in
                " \(names[index])=\(String(decoding: path[hit.captures[index]], as: UTF8.self))"
            }
            return lines[hit.operation] + values.joined()
        }
    }

    private static func split(_ line: String) -> (String, String) {
        let parts = line.split(separator: " ", maxSplits: 1)
        return (String(parts[0]), String(parts[1]))
    }
}

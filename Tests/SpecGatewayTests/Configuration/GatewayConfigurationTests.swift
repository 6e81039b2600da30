import JSONCore
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

struct `A configuration file` {
    static let example = """
        specs:
          - name: MyOpenAPIRouter            # optional: in logs, metrics and answers about this router
            source: petstore.yaml            # relative to this file; a path, a URL, igniteconnex:ID
            overlays: [nodes.overlay.yaml]   # optional: applied in this order, relative to this file
            mount: /v1                       # optional
            poll: 30s                        # optional
            nodes: {}                        # nodes, security, policy and fallback may stand here too, for this description alone
        nodes:
          pets.list: { use: mock }
          pets.create: { use: respond, status: 201, json: { id: 1 } }
        fallback: none                       # or echo, mock
        security:
          ApiKey:                            # a scheme's name in the description
            keys: [ { name: alice, sha256: "\(String(repeating: "a1", count: 32))", expires: 2030-01-01T00:00:00Z } ]
        policy: { unboundOperations: refuse, unknownQuery: ignore, responses: { status: enforce, type: enforce, body: enforce, headers: report } }
        limits: { body: 1MiB }
        server: { host: 127.0.0.1, port: 8080, threads: 2, accessLog: text }
        """

    @Test func `of the documentation parses`() throws {
        let configuration = try GatewayConfiguration.parsing(Self.example, directory: "conf")
        #expect(configuration.specs.count == 1)
        let spec = try #require(configuration.specs.first)
        #expect(spec.name == "MyOpenAPIRouter")
        #expect(spec.source == .file("conf/petstore.yaml"))
        #expect(spec.overlays == [.file("conf/nodes.overlay.yaml")])
        #expect((Gateway(configuration).specs.first?.source as? FileSource)?.overlays == spec.overlays)
        #expect(spec.mount == "/v1")
        #expect(spec.poll == .seconds(30))
        #expect(spec.location == SourceLocation(file: "gateway.yaml", line: 3, column: 13))
        let served = try #require(Gateway(configuration).specs.first)
        #expect(served.nodes.ids == ["pets.create", "pets.list"])
        #expect(served.nodes.fallbackNode == nil)
        #expect(Array(served.security.verifiers.keys) == ["ApiKey"])
        #expect(served.security.others == nil)
        #expect(served.policy == Policy())
        #expect(configuration.limits == Limits())
        #expect(configuration.server.threads == 2)
        #expect(configuration.server.accessLog == .text)
        #expect(configuration.registry == RegistryConfiguration())
    }

    @Test func `may be JSON`() throws {
        let configuration = try GatewayConfiguration.parsing(
            """
            {"$schema": "gateway.schema.json", "specs": [{"source": "a.json", "poll": "5m"}],
             "nodes": {"a.b": {"use": "echo"}}, "limits": {"head": 32768, "nodeTimeout": "500ms"}}
            """)
        #expect(configuration.specs.map(\.source) == [.file("a.json")])
        #expect(configuration.specs.first?.poll == .seconds(300))
        #expect(configuration.limits.headBytes == 32768)
        #expect(configuration.limits.nodeTimeout == .milliseconds(500))
    }

    @Test(arguments: [
        ("a.yaml", "", SourceReference.file("a.yaml")),
        ("a.yaml", "conf", .file("conf/a.yaml")),
        ("./a.yaml", "conf/", .file("conf/a.yaml")),
        ("../a:b.yaml", "conf", .file("conf/../a:b.yaml")),
        ("/etc/a.yaml", "conf", .file("/etc/a.yaml")),
        ("https://example.com/a.yaml", "conf", .url("https://example.com/a.yaml")),
        ("HTTP://example.com/a.yaml", "conf", .url("HTTP://example.com/a.yaml")),
        ("igniteconnex:0b7c", "conf", .igniteConnex("0b7c")),
        ("a.yaml", "/", .file("/a.yaml")),
    ])
    func `names sources`(_ source: String, _ directory: String, _ expected: SourceReference) throws {
        let configuration = try GatewayConfiguration.parsing(
            "specs: [ { source: \"\(source)\" } ]", directory: directory)
        #expect(configuration.specs.map(\.source) == [expected])
    }

    @Test(arguments: [
        ("1", 1), ("4096", 4096), ("512B", 512), ("16KiB", 16 << 10), ("1MiB", 1 << 20), ("2GiB", 2 << 30),
        ("\"100\"", 100),
    ])
    func `has sizes`(_ text: String, _ octets: Int) throws {
        #expect(try GatewayConfiguration.parsing("limits: { body: \(text) }").limits.bodyBytes == octets)
    }

    @Test(arguments: ["0", "-1", "1.5", "1kB", "1 MiB", "MiB", "0KiB", "1mib", "9999999999GiB", "true", "[]", "\"\""])
    func `refuses other sizes`(_ text: String) {
        #expect(
            GatewayConfiguration.messages(for: "limits: { body: \(text) }") == [
                "gateway.yaml:1:17: \"body\" must be a size such as 16KiB or 1MiB, or a number of octets."
            ])
    }

    @Test(arguments: [
        ("500ms", Duration.milliseconds(500)), ("30s", .seconds(30)), ("5m", .seconds(300)), ("1h", .seconds(3600)),
        ("999999h", .seconds(999_999 * 3600)),
    ])
    func `has durations`(_ text: String, _ duration: Duration) throws {
        #expect(try GatewayConfiguration.parsing("limits: { idleTimeout: \(text) }").limits.idleTimeout == duration)
    }

    @Test(arguments: ["30", "0s", "-1s", "1.5s", "1 s", "1S", "1d", "9999999h", "s", "null"])
    func `refuses other durations`(_ text: String) {
        #expect(
            GatewayConfiguration.messages(for: "limits: { idleTimeout: \(text) }") == [
                "gateway.yaml:1:24: \"idleTimeout\" must be a duration such as 500ms, 30s, 5m or 1h."
            ])
    }

    @Test(arguments: [
        ("", LintLevel?.none), ("problemTemplate: { contentType: a/b, body: { e: \"{{detail}}\" } }", .off),
    ])
    func `has nothing to say of errors of another shape where problems have that`(_ template: String, level: LintLevel?)
        throws
    {
        let specs = "specs: [ { source: a.yaml } ]\n"
        let configuration = try GatewayConfiguration.parsing(specs + template)
        #expect(configuration.lintLevels(of: "a.yaml")["foreign-problems"] == level)
        #expect(configuration.lintLevels(of: "b.yaml")["foreign-problems"] == level)
    }

    @Test func `has levels of lint rules, for all and for one`() throws {
        let configuration = try GatewayConfiguration.parsing(
            """
            lint: { unused-component: off, invalid-example: error }
            specs:
              - { source: a.yaml, lint: { unused-component: note } }
              - { source: b.yaml }
            """, directory: "conf")
        #expect(configuration.lint == ["unused-component": .off, "invalid-example": .error])
        let levels: [Diagnostic.Code: LintLevel] = ["unused-component": .note, "invalid-example": .error]
        #expect(Gateway(configuration).specs.map(\.lint) == [levels, configuration.lint])
        #expect(configuration.lintLevels(of: "conf/a.yaml") == levels)
        #expect(configuration.lintLevels(of: "other.yaml") == configuration.lint)
        #expect(
            GatewayConfiguration.messages(for: "lint: { unused-componnt: off }").map { $0.prefix(43) } == [
                "gateway.yaml:1:9: \"unused-componnt\" is not "
            ])
    }

    @Test func `says all there is to say`() throws {
        let configuration = try GatewayConfiguration.parsing(
            """
            policy:
              unboundOperations: fallback
              unknownQuery: report
              problems: verbose
              duplicateKeys: allow
              brokenEvents: errorEvent
              description: hidden
              mount: none
              methodFallback: lessSpecific
              trailingSlash: ignored
              nullable: ignore
              wrongWay: refuse
              violations: unprocessable
              responses: { status: off, type: report, body: off, headers: enforce, check: 1 in 7 }
            limits:
              { head: 1KiB, headerFields: 2, body: 3, stream: 17, jsonDepth: 4, connections: 5, connectionsPerAddress: 20, waiting: 21, headTimeout: 6s, bodyTimeout: 7s,
                multipart: 13KiB, parts: 14, partHeader: 15, part: 16, decompression: 19, fileMemory: 18, idleTimeout: 8s, nodeTimeout: 9s, drainTimeout: 10s, violations: 11, description: 12KiB }
            server: { host: "::", port: 0, threads: 3, accessLog: json, temporaryDirectory: /var/tmp }
            registry: { url: https://registry.example/api, header: X-Key, urlTemplate: "{registry}/{id}.yaml", keyFile: key }
            """, directory: "conf")
        var policy = Policy()
        policy.unboundOperations = .fallback
        policy.unknownQuery = .report
        policy.problems = .verbose
        policy.duplicateKeys = .allow
        policy.brokenEvents = .errorEvent
        policy.description = .hidden
        policy.responses.status = .off
        policy.responses.type = .report
        policy.responses.body = .off
        policy.responses.headers = .enforce
        policy.responses.check = .one(in: 7)
        policy.mount = .none
        policy.methodFallback = .lessSpecific
        policy.trailingSlash = .ignored
        policy.nullable = .ignore
        policy.wrongWay = .refuse
        policy.violations = .unprocessable
        #expect(configuration.policy == policy)
        var limits = Limits()
        limits.headBytes = 1024
        limits.headerFields = 2
        limits.bodyBytes = 3
        limits.streamBytes = 17
        limits.multipartBytes = 13 << 10
        limits.parts = 14
        limits.partHeaderBytes = 15
        limits.partBytes = 16
        limits.decompressionRatio = 19
        limits.fileMemoryBytes = 18
        limits.jsonDepth = 4
        limits.connections = 5
        limits.connectionsPerAddress = 20
        limits.waitingRequests = 21
        limits.headTimeout = .seconds(6)
        limits.bodyTimeout = .seconds(7)
        limits.idleTimeout = .seconds(8)
        limits.nodeTimeout = .seconds(9)
        limits.drainTimeout = .seconds(10)
        limits.violations = 11
        limits.descriptionBytes = 12 << 10
        #expect(configuration.limits == limits)
        var server = ServerConfiguration()
        server.temporaryDirectory = "/var/tmp"
        server.host = "::"
        server.port = 0
        server.threads = 3
        server.accessLog = .json
        #expect(configuration.server == server)
        var registry = RegistryConfiguration()
        registry.url = "https://registry.example/api"
        registry.header = "X-Key"
        registry.template = "{registry}/{id}.yaml"
        registry.keyFile = "conf/key"
        #expect(configuration.registry == registry)
        #expect(configuration.specs.isEmpty)
    }

    @Test func `lets a description's own settings come first, key by key`() throws {
        let configuration = try GatewayConfiguration.parsing(
            """
            specs:
              - { source: a.yaml }
              - source: b.yaml
                fallback: echo
                nodes: { own: { use: mock }, shared: { use: respond } }
                security: { Key: { accept: any }, Own: { accept: any } }
                policy: { unknownQuery: refuse, responses: { body: off } }
            nodes: { shared: { use: mock }, gateway: { use: echo } }
            fallback: mock
            security: { Key: { environment: PATH }, Other: { environment: PATH } }
            policy: { unknownQuery: report, responses: { type: report } }
            """)
        let specs = Gateway(configuration).specs
        let (first, second) = try (#require(specs.first), #require(specs.last))
        #expect(first.nodes.ids == ["gateway", "shared"])
        #expect(first.nodes.fallbackNode?.isMock == true)
        #expect(first.policy.unknownQuery == .report)
        #expect(first.security.verifiers.keys.sorted() == ["Key", "Other"])
        #expect(second.nodes.ids == ["gateway", "own", "shared"])
        #expect(second.nodes.fallbackNode?.isMock == false)
        #expect(second.policy.unknownQuery == .refuse)
        #expect(second.policy.responses.body == .off)
        #expect(second.policy.responses.type == .report)
        #expect(second.security.verifiers.keys.sorted() == ["Key", "Other", "Own"])
        guard case .immediate = second.nodes.nodes["shared"]?.action else {
            Issue.record("The own node does not replace the gateway's.")
            return
        }
    }

    @Test func `adds its nodes to handlers`() throws {
        let configuration = try GatewayConfiguration.parsing(
            "specs: [ { source: a } ]\nnodes: { a: { use: mock }, b: { use: echo } }\nfallback: echo")
        var handlers = NodeRegistry()
        handlers.register("b", .mock)
        handlers.register("c", .mock)
        let registry = try #require(Gateway(configuration, nodes: handlers).specs.first).nodes
        #expect(registry.ids == ["a", "b", "c"])
        #expect(registry.duplicates == ["b"])
        #expect(registry.fallbackNode != nil)
    }

    @Test func `is read from its folder`() throws {
        #expect(throws: DiagnosticError.self) { try GatewayConfiguration.load(file: "/nonexistent/gateway.yaml") }
        #expect(throws: DiagnosticError.self) { try GatewayConfiguration.load(file: "/") }
    }
}

extension RegisteredNode {
    fileprivate var isMock: Bool { if case .mock = action { true } else { false } }
}

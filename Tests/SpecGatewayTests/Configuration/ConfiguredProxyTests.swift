import OpenAPIModel
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

struct `A configuration's proxies` {
    @Test func `have the options that it gives them`() throws {
        let configuration = try GatewayConfiguration.parsing(
            """
            specs: [ { source: a.yaml } ]
            nodes:
              a: { use: proxy, upstream: "https://Example.com:8443/base/" }
              b:
                use: proxy
                upstream: http://[::1]:9000
                connectTimeout: 1s
                answerTimeout: 2m
                connections: 7
                largestAnswer: 1KiB
                credentials: pass
                forwarded: both
            """)
        guard case .proxy(let first)? = configuration.nodes["a"], case .proxy(let second)? = configuration.nodes["b"]
        else { return #expect(configuration.nodes.count == 2) }
        #expect(first.origin == "https://Example.com:8443")
        #expect(String(decoding: first.basePath, as: UTF8.self) == "/base")
        #expect(first == (try Upstream("https://Example.com:8443/base/")))
        #expect(second.origin == "http://[::1]:9000")
        #expect(second.connectTimeout == .seconds(1))
        #expect(second.answerTimeout == .seconds(120))
        #expect(second.connections == 7)
        #expect(second.largestAnswer == 1024)
        #expect(second.credentials == .pass)
        #expect(second.forwarded == .both)
    }

    @Test func `name authorities that can be read`() async throws {
        try await withDirectory { directory in
            try write(try TestAuthority().pem, to: directory + "/ca.pem")
            let right = "nodes: { a: { use: proxy, upstream: \"https://a\", authorities: ca.pem } }"
            let configuration = try GatewayConfiguration.parse(Array(right.utf8), name: "g.yaml", directory: directory)
            guard case .proxy(let upstream)? = configuration.nodes["a"] else {
                return #expect(configuration.nodes.count == 1)
            }
            #expect(upstream.authorities == directory + "/ca.pem")
            let wrong = right.replacing("ca.pem", with: "none.pem")
            let error = #expect(throws: DiagnosticError.self) {
                try GatewayConfiguration.parse(Array(wrong.utf8), name: "g.yaml", directory: directory)
            }
            #expect(
                error?.diagnostics.map(\.message) == [
                    "\"authorities\" must name a file with certificates in PEM that can be read."
                ])
        }
    }

    @Test(arguments: [
        "", "example.com", "/path", "ftp://a", "http://", "http://u@a", "http://a?", "http://a#", "http://a b",
    ])
    func `refuse what is no address`(_ url: String) {
        #expect(throws: UpstreamError.self) { try Upstream(url) }
    }

    @Test func `answer for what has no other node`() async throws {
        try await UpstreamServer.run({ connection in
            while try await connection.head() != nil {
                try await connection.answer("upstream", "Content-Type: text/plain\r\n")
            }
        }) { upstream in
            let all = #"nodes: { "*": { use: proxy, upstream: "\#(upstream.url)" }, own: { use: respond, text: own } }"#
            let forAll = try await Self.answers(all)
            #expect(forAll == ["own", "upstream", "upstream"])
            let forOne = try await Self.answers(
                "nodes: { own: { use: respond, text: own } }",
                spec: #", nodes: { "*": { use: proxy, upstream: "\#(upstream.url)" } }"#)
            #expect(forOne == ["own", "upstream", "upstream"])
            let forNone = try await Self.answers(
                all + "\npolicy: { unboundOperations: notImplemented }", spec: ", fallback: none")
            #expect(forNone == ["own", "501", "501"])
        }
    }

    private static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        paths:
          /own: { get: { x-entry-node-id: own, responses: { default: { description: "", content: { "*/*": {} } } } } }
          /other: { get: { x-entry-node-id: other, responses: { default: { description: "", content: { "*/*": {} } } } } }
          /none: { get: { responses: { default: { description: "", content: { "*/*": {} } } } } }
        """

    /// The bodies of the answers, or their status where that is none of success.
    private static func answers(_ configuration: String, spec: String = "") async throws -> [String] {
        let configuration = try GatewayConfiguration.parsing("specs: [ { source: t.yaml\(spec) } ]\n" + configuration)
        let settings = try #require(Gateway(configuration).specs.first)
        let loaded = DescriptionLoader.load(bytes: Array(description.utf8), uri: "file:///t.yaml", name: "t.yaml") {
            _ in
            []
        }
        let input = SpecInput(
            document: try #require(loaded.document), nodes: settings.nodes, policy: settings.policy)
        let api = try #require(APICompiler().compile([input]).api)
        var bodies: [String] = []
        for path in ["/own", "/other", "/none"] {
            let head = RequestHead(method: "GET", target: path, requestID: "1")
            let response = await api.respond(to: head)
            switch response.body {
            case .none: bodies.append("")
            case .bytes(let bytes):
                bodies.append(response.status == 200 ? String(decoding: bytes, as: UTF8.self) : "\(response.status)")
            case .stream(let stream):
                let text = Mutex("")
                _ = await stream.send(
                    to: BodyWriter { bytes in text.withLock { $0 += String(decoding: bytes, as: UTF8.self) } })
                bodies.append(text.withLock { $0 })
            }
        }
        return bodies
    }
}

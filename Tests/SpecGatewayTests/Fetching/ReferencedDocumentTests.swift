import Foundation
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct ReferencedDocumentTests {
    private static let entry = "https://a.example/api/openapi.yaml"
    private static let item = "get: {responses: {\"200\": {description: fine}}}"

    /// A description whose paths are what those references lead to.
    private static func description(_ references: String...) -> String {
        let paths = references.enumerated().map { "  /p\($0.offset): {$ref: \"\($0.element)\"}\n" }.joined()
        return "openapi: 3.1.0\ninfo: {title: A, version: \"1\"}\npaths:\n" + paths
    }

    private static func source(
        _ network: ScriptedNetwork, origins: [String] = [], cache: SpecCache? = nil
    ) -> RemoteSource {
        finished(.url(entry, poll: .milliseconds(10)), network, origins, cache)
    }

    private static func finished(
        _ source: RemoteSource, _ network: ScriptedNetwork, _ origins: [String], _ cache: SpecCache?
    ) -> RemoteSource {
        var source = source
        source.references.origins = origins
        source.cache = cache
        source.send = { try network.send($0, $1, $2) }
        return source
    }

    private static func next(_ revisions: AsyncStream<SpecRevision>) async -> LoadedDescription? {
        for await revision in revisions {
            switch revision {
            case .description(let loaded): return loaded
            case .failure(let diagnostic): return LoadedDescription(failure: diagnostic)
            }
        }
        return nil
    }

    @Test func `lie with the description, and each is fetched once`() async throws {
        let network = ScriptedNetwork([
            Self.entry: .text(Self.description("one.yaml", "../two.yaml#/a", "../two.yaml#/b", "one.yaml")),
            "https://a.example/api/one.yaml": .text("{$ref: \"three.yaml\"}"),
            "https://a.example/two.yaml": .text("a: {\(Self.item)}\nb: {\(Self.item)}"),
            "https://a.example/api/three.yaml": .text(Self.item),
        ])
        let loaded = await Self.source(network).current()
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        #expect(loaded.document?.operations.count == 4)
        #expect(network.requests.count == 4)
    }

    @Test(arguments: [
        ("http://169.254.169.254/latest/meta-data", "origin is not allowed"),
        ("https://b.example/x.yaml", "origin is not allowed"), ("http://a.example/x.yaml", "origin is not allowed"),
        ("https://a.example:8443/x.yaml", "origin is not allowed"), ("//b.example/x.yaml", "origin is not allowed"),
        ("https://a.example@b.example/x.yaml", "no http or https URL"), ("file:///etc/passwd", "may not refer to"),
        ("FILE:///etc/passwd", "may not refer to"), ("ftp://a.example/x.yaml", "no http or https URL"),
        ("away.yaml", "may not be fetched"), ("inside.yaml", "may not be fetched"),
    ])
    func `from elsewhere are refused, and nothing is asked there`(reference: String, reason: String) async throws {
        let network = ScriptedNetwork([
            Self.entry: .text(Self.description(reference)),
            "https://a.example/api/away.yaml": .redirect("https://b.example/x.yaml"),
            "https://a.example/api/inside.yaml": .redirect("https://169.254.169.254/"),
        ])
        let loaded = await Self.source(network).current()
        #expect(loaded.diagnostics.map(\.code) == [.unresolvableReference])
        #expect(loaded.diagnostics.first?.message.contains(reason) == true, "\(loaded.diagnostics)")
        #expect(loaded.diagnostics.first?.location?.line == 4)
        #expect(network.requests.allSatisfy { $0.url.hasPrefix("https://a.example/api/") })
    }

    @Test func `may come from the origins that are allowed, redirected among them`() async throws {
        let network = ScriptedNetwork([
            Self.entry: .text(Self.description("https://b.example/x.yaml", "here.yaml")),
            "https://b.example/x.yaml": .text(Self.item),
            "https://a.example/api/here.yaml": .redirect("https://b.example/x.yaml"),
        ])
        let loaded = await Self.source(network, origins: ["https://B.example/"]).current()
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    }

    @Test func `see the registry's key at home only`() async throws {
        let network = ScriptedNetwork([
            "https://a.example/specs/one": .text(Self.description("two", "https://b.example/x.yaml")),
            "https://a.example/specs/two": .text(Self.item), "https://b.example/x.yaml": .text(Self.item),
        ])
        let registry = RemoteSource.igniteConnex(
            apiKey: Secret("k3y"), specID: "one", registry: "https://a.example")
        let loaded = await Self.finished(registry, network, ["https://b.example"], nil).current()
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        let keys = Dictionary(network.requests.map { ($0.url, $0.key) }) { $1 }
        #expect(
            keys == [
                "https://a.example/specs/one": "k3y", "https://a.example/specs/two": "k3y",
                "https://b.example/x.yaml": nil,
            ])
    }

    @Test func `are asked for again, and a change of one is a change of the description`() async throws {
        let one = "https://a.example/api/one.yaml"
        let network = ScriptedNetwork([Self.entry: .text(Self.description("one.yaml")), one: .text(Self.item)])
        let revisions = Self.source(network).revisions()
        #expect(await Self.next(revisions)?.document?.operations.map(\.method) == ["GET"])
        network[one] = .text("put: {responses: {\"200\": {description: changed}}}")
        #expect(await Self.next(revisions)?.document?.operations.map(\.method) == ["PUT"])
        #expect(network.requests.last { $0.url == one }?.entityTag == "\"\(Self.item.utf8.count)\"")
        network[one] = .status(404)
        #expect(await Self.next(revisions)?.diagnostics.map(\.code) == [.unreadableSource])
        network[one] = .text(Self.item)
        #expect(await Self.next(revisions)?.document?.operations.map(\.method) == ["GET"])
    }

    @Test func `are kept for a start while their server is down`() async throws {
        try await withDirectory { directory in
            let one = "https://a.example/api/one.yaml"
            let network = ScriptedNetwork([Self.entry: .text(Self.description("one.yaml")), one: .text(Self.item)])
            let source = Self.source(network, cache: SpecCache(directory: directory))
            #expect(await source.current().document?.operations.count == 1)
            network[one] = .status(503)
            network[Self.entry] = .status(503)
            let loaded = await source.current()
            #expect(loaded.document?.operations.count == 1)
            #expect(loaded.diagnostics.map(\.severity) == [.warning])
        }
    }

    @Test func `are bounded in number, in octets, and one behind the other`() async throws {
        let names = (0..<40).map { "\($0).yaml" }
        var pages = [Self.entry: ScriptedNetwork.Page.text(Self.description("0.yaml"))]
        for (index, name) in names.enumerated() {
            let text = index == 39 ? Self.item : "{$ref: \"\(index + 1).yaml\"}"
            pages["https://a.example/api/\(name)"] = .text(text)
        }
        let network = ScriptedNetwork(pages)
        let chain = await Self.source(network).current()
        #expect(chain.diagnostics.map(\.code) == [.unresolvableReference])
        #expect(chain.diagnostics.first?.message.contains("More than 32") == true, "\(chain.diagnostics)")
        #expect(network.requests.count == 33)
        network[Self.entry] = .text(Self.description("39.yaml", "38.yaml", "37.yaml"))
        var source = Self.source(network)
        source.limits.documents = 2
        #expect(await source.current().diagnostics.first?.message.contains("more than 2 documents") == true)
        source.limits.documents = 256
        source.limits.maximumBytes = 200
        let long = Self.item + String(repeating: " ", count: 150)
        for name in ["37", "38", "39"] { network["https://a.example/api/\(name).yaml"] = .text(long) }
        let large = await source.current()
        #expect(
            large.diagnostics.map(\.message).contains { $0.contains("more than 200 bytes") }, "\(large.diagnostics)")
    }

    @Test func `of a file come from allowed origins, and lead to no files`() async throws {
        try await withDirectory { directory in
            let x = "https://b.example/x.yaml"
            let network = ScriptedNetwork([x: .text(Self.item)])
            try write(Self.item, to: directory + "/secret.yaml")
            try write(Self.description(x), to: directory + "/openapi.yaml")
            var source = FileSource(directory + "/openapi.yaml", poll: .milliseconds(10))
            source.remotePoll = .milliseconds(20)
            source.cache = nil
            source.send = { try network.send($0, $1, $2) }
            #expect(await source.current().diagnostics.first?.message.contains("not allowed") == true)
            #expect(network.requests.isEmpty)
            source.references.origins = ["https://b.example"]
            let revisions = source.revisions()
            #expect(await Self.next(revisions)?.diagnostics.isEmpty == true)
            network[x] = .text("{$ref: \"file://\(directory)/secret.yaml\"}")
            #expect(await Self.next(revisions)?.diagnostics.first?.message.contains("may not refer") == true)
        }
    }

    @Test(arguments: [
        ("https://169.254.169.254/x", true), ("http://169.254.0.1", true), ("http://2852039166/", true),
        ("http://0xa9fea9fe/", true), ("http://0251.0376.169.254/", true), ("http://[fe80::1]/", true),
        ("http://[::ffff:169.254.169.254]/", true), ("http://metadata.google.internal/", true),
        ("http://127.0.0.1/", false), ("http://10.0.0.7:8080/", false), ("http://[::1]/", false),
        ("http://[2001:db8::1]/", false), ("https://example.com/", false), ("https://1.example/", false),
    ])
    func `know the addresses that are the machine's own`(url: String, isLinkLocal: Bool) throws {
        #expect(try #require(WebAddress(url)).origin.isLinkLocal == isLinkLocal)
    }

    @Test func `a description is not redirected to where a cloud keeps credentials`() async throws {
        let network = ScriptedNetwork([
            Self.entry: .redirect("https://169.254.169.254/"), "https://169.254.169.254/": .text(Self.description()),
        ])
        #expect(await Self.source(network).current().document == nil)
        #expect(network.requests.map(\.url) == [Self.entry])
    }

    @Test(arguments: [
        ("https://example.com", true), ("http://example.com:8080/", true), ("https://example.com/x", false),
        ("https://example.com?x", false), ("example.com", false), ("file:///", false), ("https://u@example.com", false),
    ])
    func `an origin has no path`(text: String, isOrigin: Bool) {
        #expect(ReferencePolicy.isOrigin(text) == isOrigin)
    }
}

import Foundation
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct SourceTests {
    /// `title` of a description, or the failure's code.
    private static func summary(_ revision: SpecRevision?) -> String? {
        switch revision {
        case .description(let loaded): loaded.document?.title ?? "broken"
        case .failure(let diagnostic): diagnostic.code.rawValue
        case nil: nil
        }
    }

    private static func revision(_ stream: AsyncStream<SpecRevision>) async -> SpecRevision? {
        for await revision in stream { return revision }
        return nil
    }

    private static func next(_ stream: AsyncStream<SpecRevision>) async -> String? {
        summary(await revision(stream))
    }

    // MARK: Files

    @Test func `a file yields what it holds, then each change, also of what it refers to`() async throws {
        try await withDirectory { directory in
            let path = directory + "/spec.yaml"
            let operation = "get: {responses: {\"200\": {description: fine}}}"
            try write(operation, to: directory + "/item.yaml")
            try write(
                "openapi: 3.1.0\ninfo: {title: One, version: \"1\"}\npaths: {/a: {$ref: item.yaml}}", to: path)
            let revisions = FileSource(path, poll: .milliseconds(20)).revisions()
            #expect(await Self.next(revisions) == "One")
            try write(operation + "\n# changed", to: directory + "/item.yaml")
            #expect(await Self.next(revisions) == "One")
            try write(description("Two"), to: path)
            #expect(await Self.next(revisions) == "Two")
            try write("openapi: 3.1.0\ninfo: [", to: path)
            #expect(await Self.next(revisions) == "broken")
            try FileManager.default.removeItem(atPath: path)
            #expect(await Self.next(revisions) == "unreadable-source")
            try write(description("Three"), to: path)
            #expect(await Self.next(revisions) == "Three")
        }
    }

    private static func overlay(_ title: String) -> String {
        "overlay: 1.0.0\ninfo: {title: A, version: \"1\"}\nactions: [{target: $.info, update: {title: \(title)}}]"
    }

    @Test func `a file is read with its overlays, and again when one of them changes`() async throws {
        try await withDirectory { directory in
            let (path, overlay) = (directory + "/spec.yaml", directory + "/overlay.yaml")
            try write(description("One"), to: path)
            try write(Self.overlay("Two"), to: overlay)
            let revisions = FileSource(path, overlays: [.file(overlay)], poll: .milliseconds(20)).revisions()
            #expect(await Self.next(revisions) == "Two")
            try write(Self.overlay("Three"), to: overlay)
            #expect(await Self.next(revisions) == "Three")
            try write("overlay: [", to: overlay)
            #expect(await Self.next(revisions) == "broken")
            try FileManager.default.removeItem(atPath: overlay)
            #expect(await Self.next(revisions) == "unreadable-source")
            try write(Self.overlay("Four"), to: overlay)
            #expect(await Self.next(revisions) == "Four")
        }
    }

    @Test func `a file that is not there is a failure that names it`() async throws {
        let revisions = FileSource("/nowhere/spec.yaml").revisions()
        guard case .failure(let diagnostic) = await Self.revision(revisions) else {
            Issue.record("it was read")
            return
        }
        #expect(diagnostic.message.contains("/nowhere/spec.yaml"))
    }

    // MARK: URLs

    private static func remote(_ server: ScriptedServer, cache: String) -> RemoteSource {
        var source = RemoteSource.url("\(server.url)/spec", poll: .milliseconds(20))
        source.cache = SpecCache(directory: cache)
        return source
    }

    @Test func `a URL yields what it answers, then each change; failures once`() async throws {
        try await withDirectory { directory in
            let server = try await ScriptedServer.start { _ in .init(body: description("One")) }
            let revisions = Self.remote(server, cache: directory).revisions()
            #expect(await Self.next(revisions) == "One")
            server.change { _ in .init(body: description("Two")) }
            #expect(await Self.next(revisions) == "Two")
            server.change { _ in .init(status: 500) }
            #expect(await Self.next(revisions) == "unreadable-source")
            server.change { _ in .init(body: "<html>") }
            #expect(await Self.next(revisions) == "broken")
            server.change { _ in .init(body: description("Three")) }
            #expect(await Self.next(revisions) == "Three")
            try await server.stop()
        }
    }

    @Test func `what a URL answered is read again when an overlay changes`() async throws {
        try await withDirectory { directory in
            let server = try await ScriptedServer.start { _ in .init(body: description("One")) }
            let overlay = directory + "/overlay.yaml"
            try write(Self.overlay("Two"), to: overlay)
            var source = Self.remote(server, cache: directory)
            source.overlays = [.file(overlay)]
            let revisions = source.revisions()
            #expect(await Self.next(revisions) == "Two")
            try write(Self.overlay("Three"), to: overlay)
            #expect(await Self.next(revisions) == "Three")
            try await server.stop()
        }
    }

    @Test func `the last good copy serves while the source is down, and says so`() async throws {
        try await withDirectory { directory in
            let server = try await ScriptedServer.start { _ in .init(body: description("Kept")) }
            let source = Self.remote(server, cache: directory)
            let revisions = source.revisions()
            #expect(await Self.next(revisions) == "Kept")
            server.change { _ in .init(status: 503) }
            let later = source.revisions()
            guard case .description(let loaded) = await Self.revision(later) else {
                Issue.record("the copy was not served")
                return
            }
            #expect(loaded.document?.title == "Kept")
            #expect(loaded.diagnostics.first?.severity == .warning)
            #expect(loaded.diagnostics.first?.message.contains("503") == true)
            try await server.stop()
        }
    }

    @Test(arguments: [401, 403, 404])
    func `a source that refuses is not covered up by a copy`(status: Int) async throws {
        try await withDirectory { directory in
            let server = try await ScriptedServer.start { _ in .init(body: description("Kept")) }
            let source = Self.remote(server, cache: directory)
            let revisions = source.revisions()
            #expect(await Self.next(revisions) == "Kept")
            server.change { _ in .init(status: status) }
            let later = source.revisions()
            #expect(await Self.next(later) == "unreadable-source")
            try await server.stop()
        }
    }

    @Test func `a copy that is current is not fetched again`() async throws {
        try await withDirectory { directory in
            let server = try await ScriptedServer.start { request in
                request.fields["if-none-match"] == "\"1\""
                    ? .init(status: 304) : .init(fields: ["ETag": "\"1\""], body: description("Kept"))
            }
            let source = Self.remote(server, cache: directory)
            for _ in 1...2 {
                let revisions = source.revisions()
                #expect(await Self.next(revisions) == "Kept")
            }
            #expect(server.requests.map { $0.fields["if-none-match"] } == [nil, "\"1\""])
            try await server.stop()
        }
    }

    // MARK: Registry

    @Test func `a registry is asked by id with the key, in the field and at the place that it has`() async throws {
        try await withDirectory { directory in
            let server = try await ScriptedServer.start { request in
                request.fields["x-key"] == "k3y" ? .init(body: description("Registered")) : .init(status: 401)
            }
            func source(_ key: String) -> RemoteSource {
                var source = RemoteSource.igniteConnex(
                    apiKey: Secret(key), specID: "a b/c", registry: server.url + "/", header: "X-Key",
                    template: "{registry}/v1/{id}.yaml")
                source.cache = SpecCache(directory: directory)
                return source
            }
            let right = source("k3y").revisions()
            #expect(await Self.next(right) == "Registered")
            #expect(server.requests.map(\.path) == ["/v1/a%20b%2Fc.yaml"])
            let wrong = source("another").revisions()
            guard case .failure(let diagnostic) = await Self.revision(wrong) else {
                Issue.record("a wrong key was accepted")
                return
            }
            #expect(diagnostic.message.contains("igniteconnex:a b/c"))
            #expect(!diagnostic.message.contains("another"))
            try await server.stop()
        }
    }

    @Test func `a registry without a key is a failure that says where keys come from`() async throws {
        let source = RemoteSource.igniteConnex(apiKey: nil, specID: "x", registry: "http://127.0.0.1:1")
        let revisions = source.revisions()
        guard case .failure(let diagnostic) = await Self.revision(revisions) else {
            Issue.record("it went without a key")
            return
        }
        #expect(diagnostic.hint?.contains("IGNITECONNEX_API_KEY") == true)
    }

    @Test func `a URL with a password in it is refused, and not repeated`() async throws {
        let revisions = RemoteSource.url("https://user:secret@example.com/").revisions()
        guard case .failure(let diagnostic) = await Self.revision(revisions) else {
            Issue.record("it was accepted")
            return
        }
        #expect(!diagnostic.rendered(color: .none).contains("secret"))
    }
}

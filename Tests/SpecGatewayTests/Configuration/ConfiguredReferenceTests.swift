import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct ConfiguredReferenceTests {
    @Test func `the file says whence documents may be fetched, and how far files may lie`() throws {
        let configuration = try GatewayConfiguration.parse(
            Array("specs: [{source: a/b.yaml, references: {origins: [https://b.example], root: ..}}]".utf8),
            name: "gateway.yaml", directory: "conf/")
        let expected = ReferencePolicy(origins: ["https://b.example"], rootDirectory: "conf/..")
        #expect(configuration.specs.first?.references == expected)
        let source = Gateway(configuration).specs.first?.source as? FileSource
        #expect(source?.references == expected)
    }

    @Test(arguments: ["https://b.example/path", "b.example", "file:///etc", "https://u@b.example", "https://[b"])
    func `what is no origin is refused`(origin: String) {
        let error = #expect(throws: DiagnosticError.self) {
            try GatewayConfiguration.parse(
                Array("specs: [{source: a, references: {origins: [\"\(origin)\"]}}]".utf8), name: "g", directory: "")
        }
        #expect(
            error?.diagnostics.map(\.message).first?.hasSuffix("must be an origin, as https://example.com is.") == true)
    }

    @Test func `the root of the configuration lets references leave the description's directory`() async throws {
        try await withDirectory { directory in
            try await withDirectory { other in
                let item = other + "/item.yaml"
                try write("get: {responses: {\"200\": {description: fine}}}", to: item)
                try write(
                    "openapi: 3.1.0\ninfo: {title: A, version: \"1\"}\npaths: {/a: {$ref: \"file://\(item)\"}}",
                    to: directory + "/spec.yaml")
                var configuration = GatewayConfiguration(specs: [.init(.file(directory + "/spec.yaml"))])
                #expect(await Gateway(configuration).specs[0].source.current().diagnostics.count == 1)
                configuration.specs[0].references.rootDirectory = "/"
                #expect(await Gateway(configuration).specs[0].source.current().diagnostics.isEmpty)
            }
        }
    }

    @Test func `the limit of descriptions holds for files and for what is fetched`() async throws {
        try await withDirectory { directory in
            let path = directory + "/spec.yaml"
            try write(description("A"), to: path)
            var configuration = GatewayConfiguration(specs: [
                .init(.file(path)), .init(.url("https://a.example/")), .init(.igniteConnex("one")),
            ])
            configuration.limits.descriptionBytes = 20
            let sources = Gateway(configuration).specs.map(\.source)
            let loaded = await sources[0].current()
            #expect(loaded.document == nil)
            #expect(loaded.diagnostics.first?.message.contains("more than 20 bytes") == true)
            #expect(sources.dropFirst().map { ($0 as? RemoteSource)?.limits.maximumBytes } == [20, 20])
            configuration.limits.descriptionBytes = 2000
            #expect(await Gateway(configuration).specs[0].source.current().document?.title == "A")
        }
    }
}

import Foundation
import JSONCore
import SpecRouter
import Testing

@testable import SpecGateway

/// The folder is read by every request, so each test writes one and asks for it.
@Suite struct DescriptionRegistryTests {
    private static let specification = URL(filePath: #filePath).appending(path: "../../../../specs/registry.yaml")
        .standardized.path(percentEncoded: false)

    private static func answer(
        _ target: String, in directory: String, _ fields: [HeaderField] = []
    ) async throws -> (response: Response, bytes: [UInt8]) {
        let gateway = Gateway(
            .file(specification), nodes: DescriptionRegistry(directory: directory).nodes,
            security: ["RegistryKey": .apiKeys(.plain(["reader": "registry-5f0e"]))])
        let api = try #require(try await gateway.load().api)
        let head = RequestHead(
            method: "GET", target: target, fields: [("Host", "a"), ("X-API-Key", "registry-5f0e")] + fields,
            requestID: "1")
        let response = await api.respond(to: head)
        guard case .bytes(let bytes) = response.body else { return (response, []) }
        return (response, bytes)
    }

    @Test func `lists descriptions by their names, of one id the first, and nothing that is hidden`() async throws {
        try await withDirectory { directory in
            for (name, text) in [
                ("b.json", "{}"), ("a.yml", "a: 1\n"), ("a.YAML", "a: 12\n"), (".c.yaml", ""), ("d.txt", ""),
            ] {
                try write(text, to: directory + "/" + name)
            }
            let (response, bytes) = try await Self.answer("/specs", in: directory)
            #expect(response.status == 200)
            #expect(
                String(decoding: bytes, as: UTF8.self) == """
                    {"specs":[{"id":"a","mediaType":"application/yaml","bytes":6},\
                    {"id":"b","mediaType":"application/json","bytes":2}]}
                    """)
        }
    }

    @Test func `counts the octets of the file that a link leads to`() async throws {
        try await withDirectory { directory in
            try FileManager.default.createDirectory(
                atPath: directory + "/.revision", withIntermediateDirectories: false)
            try write("openapi: 3.1.0\n", to: directory + "/.revision/a.yaml")
            try FileManager.default.createSymbolicLink(
                atPath: directory + "/a.yaml", withDestinationPath: ".revision/a.yaml")
            let (_, bytes) = try await Self.answer("/specs", in: directory)
            #expect(try JSON(parsing: bytes)["specs"]?[0]?["bytes"]?.int == 15)
        }
    }

    @Test func `serves a description with the tag of its octets, and not again to whom has it`() async throws {
        try await withDirectory { directory in
            try write("abc", to: directory + "/a.yaml")
            let (first, bytes) = try await Self.answer("/specs/a", in: directory)
            #expect(bytes == Array("abc".utf8))
            // SHA-256 of "abc": FIPS 180-2, appendix B.1.
            let tag = "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""
            #expect(first.firstField("etag") == tag)
            #expect(try await Self.answer("/specs/a", in: directory, [("If-None-Match", tag)]).response.status == 304)
            #expect(try await Self.answer("/specs/b", in: directory).response.status == 404)
        }
    }

    @Test func `knows a folder from a file and from nothing`() async throws {
        try await withDirectory { directory in
            try write("", to: directory + "/file")
            try FileManager.default.createSymbolicLink(atPath: directory + "/link", withDestinationPath: ".")
            let found = ["", "/link", "/file", "/none"].map { DescriptionRegistry.isDirectory(directory + $0) }
            #expect(found == [true, true, false, false])
        }
    }
}

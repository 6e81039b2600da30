import Foundation
import JSONCore
import SpecRouter
import Testing

@testable import SpecGateway

/// Uploads as others make them, sent to a running gateway.
@Suite struct UploadTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: Uploads, version: '1' }
        paths:
          /uploads:
            post:
              x-entry-node-id: upload
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [name, avatar]
                      properties:
                        name: { type: string }
                        age: { type: integer }
                        avatar: { type: string, format: binary, minLength: 1 }
                    encoding: { avatar: { contentType: image/png } }
              responses: { '200': { description: Done. } }
        """

    private static let image = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    /// Has a program send the file `image.png` to a gateway that echoes, and answers what it wrote.
    private func answer(to program: String, _ arguments: (URL, Int) -> [String]) async throws -> JSON {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = directory.appending(path: "image.png")
        try Data(Self.image).write(to: file)
        let source = directory.appending(path: "uploads.yaml")
        try Data(Self.description.utf8).write(to: source)
        var nodes = NodeRegistry()
        nodes.register("upload", .echo)
        let gateway = Gateway(.file(source.path(percentEncoded: false)), nodes: nodes)
        var output: [UInt8] = []
        try await GatewayTests().running(gateway) { port, _ in
            output = try await Self.run(program, arguments(file, port))
        }
        return try JSON(parsing: output)
    }

    private static func run(_ program: String, _ arguments: [String]) async throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Array(output.fileHandleForReading.readDataToEndOfFile())
    }

    private func expectWhole(_ answer: JSON, filename: String) {
        #expect(answer["body"]?["name"]?.string == "Ann Ä")
        #expect(answer["body"]?["age"]?.int == 7)
        #expect(answer["files"]?[0]?["pointer"]?.string == "/avatar")
        #expect(answer["files"]?[0]?["filename"]?.string == filename)
        #expect(answer["files"]?[0]?["contentType"]?.string == "image/png")
        #expect(answer["files"]?[0]?["bytes"]?.int == Self.image.count)
        #expect(answer["bodyOctets"] == nil)
    }

    private static let curl = "/usr/bin/curl"
    private static let python = "/usr/bin/env"

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: curl), "There is no curl here."))
    func `curl uploads a file`() async throws {
        let answer = try await answer(to: Self.curl) { file, port in
            [
                "-s", "-F", "name=Ann Ä", "-F", "age=7", "-F",
                "avatar=@\(file.path(percentEncoded: false));filename=a b.png",
                "http://127.0.0.1:\(port)/uploads",
            ]
        }
        expectWhole(answer, filename: "a b.png")
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: curl), "There is no curl here."))
    func `curl is told what is wrong`() async throws {
        let answer = try await answer(to: Self.curl) { file, port in
            [
                "-s", "-F", "name=Ann", "-F", "avatar=@\(file.path(percentEncoded: false));type=image/gif",
                "http://127.0.0.1:\(port)/uploads",
            ]
        }
        #expect(answer["status"]?.int == 400)
        #expect(answer["violations"]?[0]?["pointer"]?.string == "/avatar")
    }

    private static func hasRequests() async -> Bool {
        guard FileManager.default.isExecutableFile(atPath: python) else { return false }
        return (try? await run(python, ["python3", "-c", "import requests; print(1)"])) == Array("1\n".utf8)
    }

    @Test(.enabled("There is no Python with requests here.") { await hasRequests() })
    func `Python's requests uploads a file`() async throws {
        let answer = try await answer(to: Self.python) { file, port in
            [
                "python3", "-c",
                """
                import requests, sys
                files = {"avatar": ("bäh.png", open(sys.argv[1], "rb"), "image/png")}
                print(requests.post(sys.argv[2], data={"name": "Ann Ä", "age": "7"}, files=files).text)
                """,
                file.path(percentEncoded: false), "http://127.0.0.1:\(port)/uploads",
            ]
        }
        expectWhole(answer, filename: "bäh.png")
    }
}

import Foundation
import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct TemporaryFileTests {
    @Test func `what was appended is read again, and the file has no name`() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.path(percentEncoded: false)
        let file = try TemporaryFile(in: path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
        try file.append(Array(0..<100))
        try file.append([])
        try file.append(Array(100..<200))
        #expect(try file.read(90..<110) == Array(90..<110))
        #expect(try file.read(0..<0) == [])
        #expect(throws: Problem.self) { try file.read(150..<201) }
    }

    @Test func `where no file can be made is a problem`() {
        #expect(throws: Problem.self) { try TemporaryFile(in: "/nowhere/at/all") }
    }
}

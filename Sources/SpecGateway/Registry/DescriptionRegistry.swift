import Crypto
import HTTPTypes
package import SpecRouter

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The nodes of a registry of descriptions: serves the files of a folder by their names.
///
/// Every request reads the folder anew, so that a changed file is served at once. A description's id is its file's name
/// without the ending; of two files with one id, the one whose name sorts first is served.
package struct DescriptionRegistry: Sendable {
    private let directory: URL

    package init(directory: String) {
        self.directory = URL(fileURLWithPath: directory, isDirectory: true)
    }

    package static func isDirectory(_ path: String) -> Bool {
        (try? attributes(ofFile: URL(fileURLWithPath: path)))?[.type] as? FileAttributeType == .typeDirectory
    }

    /// Of the file that a symbolic link leads to.
    private static func attributes(ofFile file: URL) throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(
            atPath: file.resolvingSymlinksInPath().path(percentEncoded: false))
    }

    /// Nodes under the ids of `specs/registry.yaml`.
    package var nodes: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("registry.list", runs: .onPool) { _ async throws in try .json(["specs": entries()]) }
        nodes.register("registry.get", runs: .onPool) { request async throws in
            try spec(request.path("id"), unlessTag: request.header("If-None-Match", as: String?.self))
        }
        return nodes
    }

    private struct Entry: Encodable {
        var id: String
        var mediaType: String
        var bytes: Int
        var name: String

        enum CodingKeys: CodingKey {
            case id, mediaType, bytes
        }
    }

    private static let mediaTypes = ["yaml": "application/yaml", "yml": "application/yaml", "json": "application/json"]

    private func entries() throws -> [Entry] {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path(percentEncoded: false))
        var seen: Set<String> = []
        return try names.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
            let file = directory.appending(path: name, directoryHint: .notDirectory)
            guard let type = Self.mediaTypes[file.pathExtension.lowercased()] else { return nil }
            let id = file.deletingPathExtension().lastPathComponent
            guard seen.insert(id).inserted else { return nil }
            let size = try Self.attributes(ofFile: file)[.size] as? Int
            return Entry(id: id, mediaType: type, bytes: size ?? 0, name: name)
        }
    }

    private func spec(_ id: String, unlessTag known: String?) throws -> NodeResponse {
        guard let entry = try entries().first(where: { $0.id == id }) else {
            let message = "There is no description with this id; GET /specs lists those that there are."
            return try .json(["message": message], status: .notFound)
        }
        let data = try Data(contentsOf: directory.appendingPathComponent(entry.name))
        let tag = "\"\(Hex.text(Array(SHA256.hash(data: data))))\""
        if known == tag { return NodeResponse(status: .notModified, headerFields: [.eTag: tag]) }
        return .bytes(Array(data), contentType: entry.mediaType, headerFields: [.eTag: tag])
    }
}

import Foundation
import JSONCore
import SpecRouterFuzzing

/// Inputs to start from, read from foreign data; none without it.
enum FuzzSeeds {
    static func seeds(for target: FuzzTarget, from data: URL) -> [[UInt8]] {
        switch target {
        case .json:
            texts(in: data.appending(path: "json-test-suite")) + pieces(of: data.appending(path: "json-corpora"))
        case .pattern: patterns(in: data.appending(path: "regex-patterns"))
        case .schema: schemas(in: data.appending(path: "json-schema-test-suite/tests"))
        case .multipart, .parameters, .items, .tokens, .deflate, .xml: []
        }
    }

    static func write(for target: FuzzTarget, from data: URL, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (index, seed) in seeds(for: target, from: data).enumerated() {
            try Data(seed).write(to: folder.appending(path: "seed-\(index)"))
        }
    }

    private static let longest = 4_096

    private static func files(in folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".json") }.sorted().map { folder.appending(path: $0) }
    }

    private static func texts(in folder: URL) -> [[UInt8]] {
        files(in: folder).compactMap { try? Array(Data(contentsOf: $0)) }.filter { $0.count <= longest }
    }

    /// Sixteen values of fitting size out of each large document.
    private static func pieces(of folder: URL) -> [[UInt8]] {
        files(in: folder).flatMap { file -> [[UInt8]] in
            guard let json = json(file) else { return [] }
            let fitting = values(in: json).filter { (64...longest).contains($0.count) }
            return stride(from: 0, to: fitting.count, by: max(1, fitting.count / 16)).map { fitting[$0] }
        }
    }

    private static func values(in json: JSON) -> [[UInt8]] {
        let children = Array(json.elements) + json.members.map(\.value)
        return children.prefix(200).flatMap { child -> [[UInt8]] in
            let text = child.serializedBytes()
            return [text] + (text.count > longest ? values(in: child) : [])
        }
    }

    /// The byte 1 says that a pattern is written, 0xFF that its text follows.
    private static func patterns(in folder: URL) -> [[UInt8]] {
        files(in: folder).compactMap(json).flatMap { file -> [[UInt8]] in
            file.elements.compactMap { $0["pattern"]?.string }.map {
                [1] + Array($0.utf8) + [0xFF] + Array("aA0-_".utf8)
            }
        }
    }

    private static let drafts = ["draft2020-12", "draft2019-09", "draft7", "draft6", "draft4"]

    /// The bytes 1 and the dialect's say that schema and instance are written.
    private static func schemas(in folder: URL) -> [[UInt8]] {
        drafts.flatMap { draft -> [[UInt8]] in
            files(in: folder.appending(path: draft)).compactMap(json).flatMap { file in
                file.elements.flatMap { schemas(in: $0, draft) }
            }
        }
    }

    private static func schemas(in group: JSON, _ draft: String) -> [[UInt8]] {
        guard let schema = group["schema"], let dialect = FuzzTarget.dialectByte(draft) else { return [] }
        let tests = group["tests"].map { Array($0.elements.prefix(2)) } ?? []
        let seeds = tests.compactMap { $0["data"] }.map { instance in
            [1, dialect] + schema.serializedBytes() + [0xFF] + instance.serializedBytes()
        }
        return seeds.filter { $0.count <= longest }
    }

    private static func json(_ file: URL) -> JSON? { try? JSON(parsing: Array(Data(contentsOf: file))) }
}

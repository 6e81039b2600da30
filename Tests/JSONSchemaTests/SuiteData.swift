import Foundation
import JSONCore
import JSONSchema
import Testing

/// The official suite's folder, from `SPECROUTER_DATA` or beside the package.
enum SuiteData {
    static let folder = ProcessInfo.processInfo.environment["SPECROUTER_DATA"] ?? root + "/../shared/data"

    /// The package's root.
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..").standardized.path()

    static let suite = folder + "/json-schema-test-suite"

    static let isRequired = ProcessInfo.processInfo.environment["CI"] != nil

    /// In CI the data must be there: the tests then run and fail without it.
    static let isUsable = isRequired || FileManager.default.fileExists(atPath: suite)

    static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
            .map { folder + "/" + $0 }
    }

    static func json(at path: String) throws -> JSON {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        return try JSON(parsing: bytes)
    }

    /// The documents that the suite expects at `http://localhost:1234/`: those of every draft stand in its own folder.
    static func remotes() throws -> SchemaRegistry {
        var registry = SchemaRegistry()
        let folder = suite + "/remotes"
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        for path in paths where path.hasSuffix(".json") {
            let dialect = path.split(separator: "/").first.flatMap { SchemaDialect(rawValue: String($0)) }
            registry.add(try json(at: folder + "/" + path), uri: "http://localhost:1234/" + path, dialect: dialect)
        }
        return registry
    }

    /// The schema that the registry has without a URI.
    static func compile(_ registry: SchemaRegistry, _ dialect: SchemaDialect) throws -> CompiledSchema {
        var compiler = SchemaCompiler(registry: registry, options: .init(dialect: dialect, formats: .annotate))
        let entry = try compiler.compile(SchemaLocation(document: "", pointer: .root))
        return compiler.finish().schema(entry)
    }
}

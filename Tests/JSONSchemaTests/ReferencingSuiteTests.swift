import Foundation
import JSONCore
import Testing

@testable import JSONSchema

/// The suite of references alone: a registry, and where references lead from a base, without any validation.
@Suite(.enabled(if: SuiteData.isUsable, "The referencing suite is not beside this package."))
struct ReferencingSuiteTests {
    static let folders: [SchemaDialect: String] = [
        .draft4: "json-schema-draft-04", .draft6: "json-schema-draft-06", .draft7: "json-schema-draft-07",
        .draft201909: "json-schema-draft-2019-09", .draft202012: "json-schema-draft-2020-12",
    ]

    @Test(
        "Every reference of the referencing suite leads where it says",
        arguments: [
            (SchemaDialect.draft4, 95), (.draft6, 96), (.draft7, 100), (.draft201909, 101), (.draft202012, 96),
        ])
    func references(dialect: SchemaDialect, count: Int) throws {
        #expect(try Self.count(in: try #require(Self.folders[dialect]), Dialect(dialect)) == count)
    }

    @Test func `draft 3 is a table, too`() throws {
        #expect(try Self.count(in: "json-schema-draft-03", .draft3) == 50)
    }

    /// How many references were followed.
    static func count(in folder: String, _ dialect: Dialect) throws -> Int {
        var looked = 0
        for path in try SuiteData.files(in: SuiteData.folder + "/json-schema-referencing-suite/tests/" + folder) {
            let file = try SuiteData.json(at: path)
            var registry = SchemaRegistry(["": try JSON(parsing: "{}")])
            for (uri, document) in file["registry"]?.members.map({ $0 }) ?? [] { registry.add(document, uri: uri) }
            for test in file["tests"]?.elements.map({ $0 }) ?? [] {
                let base = test["base_uri"]?.string ?? ""
                var compilation = Compilation(
                    .init(
                        registry: registry, dialect: dialect, formats: .annotate, direction: .none, customFormats: [:]))
                _ = compilation.document(at: "")
                let found = compilation.resolve(base, from: 0)
                let start = try #require(found)
                looked += look(test, from: start.resource, in: &compilation, (path as NSString).lastPathComponent)
            }
        }
        return looked
    }

    /// How many look-ups were made.
    private static func look(_ test: JSON, from resource: Int32, in compilation: inout Compilation, _ name: String)
        -> Int
    {
        guard let reference = test["ref"]?.string else { return 0 }
        let target = compilation.resolve(reference, from: resource)
        if test["error"]?.bool == true {
            #expect(target == nil, "\(name): \(reference)")
            return 1
        }
        #expect(target?.json == test["target"], "\(name): \(reference)")
        guard let then = test["then"], let target else { return 1 }
        return 1 + look(then, from: target.resource, in: &compilation, name)
    }
}

extension Dialect {
    /// Draft 3 as far as references go: nobody validates by it any more.
    fileprivate static let draft3: Dialect = {
        var dialect = draft4
        dialect.identifiersAnchor = false
        dialect.remove("definitions", "allOf", "anyOf", "oneOf", "not")
        dialect.add(Keyword("extends", .applicator, .schemaOrList))
        return dialect
    }()
}

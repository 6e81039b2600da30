import JSONCore
import JSONSchema
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

struct `The schema of configuration files` {
    let schema: JSON

    init() throws {
        schema = try JSON(parsing: GatewayConfiguration.schema)
    }

    @Test func `compiles`() throws {
        _ = try CompiledSchema(schema)
    }

    @Test func `meets its metaschema`() throws {
        let reference = #"{"$ref": "https://json-schema.org/draft/2020-12/schema"}"#
        let metaschema = try CompiledSchema(JSON(parsing: reference))
        #expect(metaschema.violations(in: schema, atMost: 10).isEmpty)
    }

    /// The reader switches over these, so a key that stands in both is read.
    static let keys: [(definition: String, keys: [String])] = [
        ("", ConfigurationReader.Key.allCases.map(\.rawValue)),
        ("/$defs/spec", ConfigurationReader.SpecKey.allCases.map(\.rawValue)),
        ("/$defs/spec/properties/references", ConfigurationReader.ReferencesKey.allCases.map(\.rawValue)),
        ("/$defs/node", ConfigurationReader.NodeKey.allCases.map(\.rawValue)),
        ("/$defs/scheme", ConfigurationReader.SchemeKey.allCases.map(\.rawValue)),
        ("/$defs/key", ConfigurationReader.CredentialKey.allCases.map(\.rawValue)),
        ("/$defs/user", ConfigurationReader.UserKey.allCases.map(\.rawValue)),
        ("/$defs/policy", ConfigurationReader.PolicyKey.allCases.map(\.rawValue)),
        ("/$defs/policy/properties/responses", ConfigurationReader.ResponsesKey.allCases.map(\.rawValue)),
        ("/$defs/lint", LintRule.all.map(\.code.rawValue)),
        ("/$defs/limits", ConfigurationReader.LimitsKey.allCases.map(\.rawValue)),
        ("/$defs/server", ConfigurationReader.ServerKey.allCases.map(\.rawValue)),
        ("/$defs/registry", ConfigurationReader.RegistryKey.allCases.map(\.rawValue)),
    ]

    @Test(arguments: keys)
    func `has the keys that are read and no others`(_ definition: String, _ keys: [String]) throws {
        let pointer = try #require(JSONPointer(definition + "/properties"))
        #expect(schema.value(at: pointer)?.members.map(\.key).sorted() == keys.sorted())
    }

    @Test func `has no other objects`() {
        let closed = Self.pointers(in: schema).filter {
            schema.value(at: $0)?["additionalProperties"]?.bool == false
        }
        #expect(closed.map(\.description).sorted() == Self.keys.map(\.definition).sorted())
    }

    static let words: [(String, [String])] = [
        ("/$defs/policy/properties/unboundOperations", Policy.UnboundOperations.allCases.map(\.rawValue)),
        ("/$defs/policy/properties/unknownQuery", Policy.UnknownQuery.allCases.map(\.rawValue)),
        ("/$defs/policy/properties/problems", Policy.Verbosity.allCases.map(\.rawValue)),
        ("/$defs/policy/properties/duplicateKeys", Policy.DuplicateKeys.allCases.map(\.rawValue)),
        ("/$defs/policy/properties/description", Policy.ServedDescription.allCases.map(\.rawValue)),
        ("/$defs/level", LintLevel.allCases.map(\.rawValue)),
        ("/$defs/check", Policy.Check.allCases.map(\.rawValue)),
        ("/$defs/fallback", FallbackNode.allCases.map(\.rawValue)),
        ("/$defs/scheme/properties/holds", ConfigurationReader.Holding.allCases.map(\.rawValue)),
        ("/$defs/server/properties/accessLog", AccessLogFormat.allCases.map(\.rawValue)),
    ]

    @Test(arguments: words)
    func `has the words that are read and no others`(_ definition: String, _ words: [String]) throws {
        let pointer = try #require(JSONPointer(definition + "/enum"))
        #expect(schema.value(at: pointer)?.elements.compactMap(\.string).sorted() == words.sorted())
    }

    /// Of every object in the schema.
    private static func pointers(in json: JSON, at pointer: JSONPointer = JSONPointer()) -> [JSONPointer] {
        let members = json.members.flatMap { pointers(in: $0.value, at: pointer.appending($0.key)) }
        return (json.kind == .object ? [pointer] : []) + members
    }
}

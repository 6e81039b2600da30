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
        ("/$defs/jwt", ConfigurationReader.TokensKey.allCases.map(\.rawValue)),
        ("/$defs/certificate", ConfigurationReader.CertificateKey.allCases.map(\.rawValue)),
        ("/$defs/tokenKeys", ConfigurationReader.KeysKey.allCases.map(\.rawValue)),
        ("/$defs/introspection", ConfigurationReader.IntrospectionKey.allCases.map(\.rawValue)),
        ("/$defs/policy", Set(PolicyChoice.all.compactMap(\.configurationPointer.tokens.first)).sorted()),
        (
            "/$defs/policy/properties/responses",
            PolicyChoice.all.map(\.configurationPointer.tokens).filter { $0.count == 2 }.map { $0[1] }
        ),
        ("/$defs/lint", LintRule.all.map(\.code.rawValue)),
        ("/$defs/problemTemplate", ConfigurationReader.ProblemTemplateKey.allCases.map(\.rawValue)),
        ("/$defs/cors", ConfigurationReader.CrossOriginKey.allCases.map(\.rawValue)),
        ("/$defs/limits", ConfigurationReader.LimitsKey.allCases.map(\.rawValue)),
        ("/$defs/server", ConfigurationReader.ServerKey.allCases.map(\.rawValue)),
        ("/$defs/server/properties/tls", ConfigurationReader.TLSKey.allCases.map(\.rawValue)),
        ("/$defs/server/properties/compression", ConfigurationReader.CompressionKey.allCases.map(\.rawValue)),
        ("/$defs/server/properties/tls/properties/clients", ConfigurationReader.ClientsKey.allCases.map(\.rawValue)),
        ("/$defs/server/properties/admin", ConfigurationReader.AdminKey.allCases.map(\.rawValue)),
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
        ("/$defs/level", LintLevel.allCases.map(\.rawValue)),
        ("/$defs/check", Policy.Check.allCases.map(\.rawValue)),
        ("/$defs/fallback", FallbackNode.allCases.map(\.rawValue)),
        ("/$defs/node/properties/credentials", Upstream.Credentials.allCases.map(\.rawValue)),
        ("/$defs/node/properties/forwarded", Upstream.ForwardedFields.allCases.map(\.rawValue)),
        ("/$defs/scheme/properties/holds", ConfigurationReader.Holding.allCases.map(\.rawValue)),
        ("/$defs/jwt/properties/algorithms/items", SignatureAlgorithm.allCases.map(\.rawValue)),
        ("/$defs/server/properties/forwarded", ClientFieldChoice.allCases.map(\.rawValue)),
        ("/$defs/server/properties/proxyProtocol", ProxyProtocol.allCases.map(\.rawValue)),
        ("/$defs/server/properties/accessLog", AccessLogFormat.allCases.map(\.rawValue)),
        (
            "/$defs/server/properties/tls/properties/clients/properties/verify",
            TLSSettings.Clients.Verification.allCases.map(\.rawValue)
        ),
        ("/$defs/server/properties/http2", HTTP2Use.allCases.map(\.rawValue)),
        (
            "/$defs/server/properties/tls/properties/minimumVersion",
            TLSSettings.Version.allCases.map(\.rawValue)
        ),
    ]

    @Test(arguments: words)
    func `has the words that are read and no others`(_ definition: String, _ words: [String]) throws {
        let pointer = try #require(JSONPointer(definition + "/enum"))
        #expect(schema.value(at: pointer)?.elements.compactMap(\.string).sorted() == words.sorted())
    }

    @Test(arguments: PolicyChoice.all.map(\.name))
    func `has the words and the meaning of each choice of a policy`(_ name: String) throws {
        let choice = try #require(PolicyChoice.all.first { $0.name == name })
        let place = choice.configurationPointer.tokens.joined(separator: "/properties/")
        let pointer = try #require(JSONPointer("/$defs/policy/properties/" + place))
        var property = try #require(schema.value(at: pointer))
        #expect(property["description"]?.string == choice.summary)
        if let reference = property["$ref"]?.string {
            property = try #require(JSONPointer(String(reference.dropFirst())).flatMap { schema.value(at: $0) })
        }
        guard let words = property["enum"] else { return #expect(property["pattern"] != nil) }
        #expect(words.elements.compactMap(\.string) == choice.words.map(\.word))
    }

    /// Of every object in the schema.
    private static func pointers(in json: JSON, at pointer: JSONPointer = JSONPointer()) -> [JSONPointer] {
        let members = json.members.flatMap { pointers(in: $0.value, at: pointer.appending($0.key)) }
        return (json.kind == .object ? [pointer] : []) + members
    }
}

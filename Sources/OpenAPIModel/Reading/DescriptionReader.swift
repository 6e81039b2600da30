import JSONCore
import JSONSchema

/// Reads a description into the model, and notes all that is wrong with it.
///
/// One pass from the root. What is referred to is read where it is first used and remembered by place, with what was
/// found in it, so that a broken part is reported once and disables every operation that uses it, and no other.
struct DescriptionReader {
    var library: SourceLibrary
    var log = DiagnosticLog()
    /// Of what is being read now.
    var findings = DiagnosticLog.Findings()
    let version: OpenAPIVersion
    let fieldNames: [KnownFields: Set<String>]

    let knownParameters = Memo<Parameter>()
    let knownRequestBodies = Memo<RequestBody>()
    let knownResponses = Memo<Response>()
    let knownContents = Memo<MediaTypeContent>()
    var schemeNames: Set<String> = []
    /// Those that requirements name by a URI.
    var schemesByURI: [NamedSecurityScheme] = []
    /// Schemas that Swagger 2.0 has no place for.
    var forms = FormSchemas()
    /// Where each operation id was first used.
    var operationIDs: [String: Place] = [:]

    /// What was read, by place.
    ///
    /// A class, because a reader that reads one part while it remembers another would copy all of what it remembers.
    final class Memo<Value> {
        fileprivate var known: [Place: Inherited<Value?>] = [:]
    }

    /// What operations get from the root of the document.
    struct Inheritance {
        var servers: [Server]
        var security: Inherited<[SecurityRequirement]>
        var nodeID: Inherited<NodeID?>
    }

    /// A value, with what is wrong with it, for every operation that does not replace it.
    struct Inherited<Value> {
        var value: Value
        var findings: DiagnosticLog.Findings
    }

    struct NodeID {
        var text: String
        var place: Place
    }

    init(library: SourceLibrary, version: OpenAPIVersion) {
        self.library = library
        self.version = version
        fieldNames = Dictionary(uniqueKeysWithValues: KnownFields.allCases.map { ($0, $0.names(in: version.family)) })
    }

    mutating func read(dialect: SchemaDialect) -> OpenAPIDocument {
        let root = Element(document: 0, json: library.sources[0].root)
        checkFields(of: root, .root, severity: version.family >= .v31 ? .error : .warning)
        checkContainers(of: root)
        let info = readInfo(of: root)
        let schemes = readSecuritySchemes(of: root)
        let inheritance = Inheritance(
            servers: (isSwagger ? swaggerServers(of: root) : readServers(of: root)) ?? [],
            security: inherited { reader in reader.readSecurity(of: root) ?? [] },
            nodeID: inherited { reader in reader.readNodeID(of: root) })
        var operations = readPaths(of: root, inheritance)
        var webhooks = readWebhooks(of: root, inheritance)
        readComponents(of: root, inheritance)
        let tags = readTags(of: root)
        addForms()
        checkSchemaReferences(of: &operations, &webhooks, root)
        return OpenAPIDocument(
            version: version, title: info.title, apiVersion: info.version, sources: library.sources,
            servers: inheritance.servers, operations: operations.map(\.operation),
            webhooks: webhooks.map(\.operation), securitySchemes: schemes + schemesByURI, tags: tags,
            schemaDialect: dialect, references: library.references)
    }

    private mutating func readInfo(of root: Element) -> (title: String, version: String) {
        guard let info = object("info", of: root, severity: .warning) else {
            if root["info"] == nil {
                report(.warning, .missingField, "The description has no \"info\".", at: root)
            }
            return ("", "")
        }
        return (requiredText("title", of: info) ?? "", requiredText("version", of: info) ?? "")
    }

    /// Reads something that several operations use, keeping its findings apart.
    mutating func inherited<Value>(_ read: (inout DescriptionReader) -> Value) -> Inherited<Value> {
        let outer = findings
        findings = .init()
        let value = read(&self)
        let result = Inherited(value: value, findings: findings)
        findings = outer
        return result
    }

    /// Reads what stands at a place once, and has its findings count each time.
    mutating func remembered<Value>(
        _ memo: Memo<Value>, at place: Place,
        _ read: (inout DescriptionReader) -> Value?
    ) -> Value? {
        if let known = memo.known[place] {
            findings.add(known.findings)
            return known.value
        }
        let result = inherited(read)
        memo.known[place] = result
        findings.add(result.findings)
        return result.value
    }
}

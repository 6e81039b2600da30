import JSONCore

/// Reads what no operation uses as well, so that everything that is wrong with a description is said.
extension DescriptionReader {
    /// OpenAPI 3.1, section 4.8.1: one of them must be there.
    mutating func checkContainers(of root: Element) {
        guard version.family >= .v31, ["paths", "components", "webhooks"].allSatisfy({ root[$0] == nil }) else {
            return
        }
        reportAside(
            .error, .missingField, "The description has neither \"paths\" nor \"webhooks\" nor \"components\".",
            at: root)
    }

    mutating func readComponents(of root: Element, _ inheritance: Inheritance) {
        guard !isSwagger, let components = root["components"], components.isObject else { return }
        each("parameters", of: components) { $0.remember($0.knownParameters, $1) { $0.readParameter($1) } }
        each("requestBodies", of: components) { $0.remember($0.knownRequestBodies, $1) { $0.readRequestBody($1) } }
        each("responses", of: components) { $0.remember($0.knownResponses, $1) { $0.readResponse($1) } }
        each("headers", of: components) { reader, header in _ = reader.readHeader("", header) }
        each("examples", of: components) { $0.checkExample($1) }
        each("links", of: components) { $0.checkLink($1) }
        each("mediaTypes", of: components) { $0.remember($0.knownContents, $1) { $0.readMediaType("", $1) } }
        if version.family >= .v31 {
            each("pathItems", of: components) { $0.readDetachedPathItem($1, inheritance) }
        }
        for (name, schema) in components["schemas"]?.declaredMembers.map({ ($0, $1) }) ?? [] {
            checkSchemaForm(name, schema)
        }
    }

    /// References are read where they lead.
    private mutating func each(
        _ name: String, of components: Element, _ read: (inout DescriptionReader, Element) -> Void
    ) {
        for (_, element) in components[name]?.declaredMembers.map({ ($0, $1) }) ?? [] where element["$ref"] == nil {
            findings = .init()
            read(&self, element)
        }
        findings = .init()
    }

    private mutating func remember<Value>(
        _ memo: Memo<Value>, _ element: Element,
        _ read: (inout DescriptionReader, Element) -> Value?
    ) {
        _ = remembered(memo, at: element.place) { reader in read(&reader, element) }
    }

    private mutating func checkLink(_ link: Element) {
        guard link.isObject else { return report(.error, .wrongType, "A link must be an object.", at: link) }
        checkFields(of: link, .link, severity: version.family >= .v31 ? .error : .warning)
    }

    private mutating func checkSchemaForm(_ name: String, _ schema: Element) {
        let isBoolean = schema.json.kind == .boolean && version.family >= .v31
        guard !schema.isObject, !isBoolean else { return }
        let expected = version.family >= .v31 ? "an object, true or false" : "an object"
        report(.error, .wrongType, "The schema \"\(name)\" must be \(expected).", at: schema)
    }

    /// OpenAPI 3.2, section 4.26: `nodeType` replaces two older fields.
    mutating func checkXML(of schema: Element) {
        guard version.family >= .v32, let xml = schema["xml"], let type = xml["nodeType"] else { return }
        for older in ["attribute", "wrapped"] where xml[older] != nil {
            reportAside(
                .error, .unknownValue, "\"nodeType\" and \"\(older)\" exclude each other.",
                hint: "Remove \"\(older)\".", at: type)
        }
    }
}

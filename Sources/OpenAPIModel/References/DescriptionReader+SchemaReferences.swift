import JSONCore

/// Follows the references of schemas, so that every document is read and broken ones are held against those who need them.
///
/// Schemas are not interpreted here: within one that has an `$id` of its own, and for anchors and dynamic references,
/// the schema compiler decides.
extension DescriptionReader {
    mutating func checkSchemaReferences(
        of operations: inout [ReadOperation], _ webhooks: inout [ReadOperation], _ root: Element
    ) {
        var reach = SchemaReach()
        var faults: [Place: DiagnosticLog.Findings] = [:]
        for operation in operations + webhooks {
            walk(operation.findings.schemas, &reach, &faults, severity: .error)
        }
        if !faults.isEmpty {
            let users = reach.users()
            disable(&operations, users, faults)
            disable(&webhooks, users, faults)
        }
        findings = .init()
        let schemas = isSwagger ? root["definitions"] : root["components"]?["schemas"]
        let unused = schemas?.members.map(\.value.place) ?? []
        walk(unused, &reach, &faults, severity: .warning)
    }

    /// Says for the first faults which operations need them; of the others only that some do, as that would take
    /// the product of faults and schemas.
    private mutating func disable(
        _ operations: inout [ReadOperation], _ reach: SchemaUsers, _ faults: [Place: DiagnosticLog.Findings]
    ) {
        let attributed = faults.sorted { $0.key < $1.key }.prefix(100)
        for (schema, findings) in attributed {
            let users = reach.users(of: [schema])
            for operation in operations where !users.isDisjoint(with: operation.findings.schemas) {
                _ = log.disable(operation.operation.key, for: findings)
            }
        }
        let users = reach.users(of: Set(faults.keys))
        for index in operations.indices where !users.isDisjoint(with: operations[index].findings.schemas) {
            operations[index].operation = operations[index].operation.asBroken
        }
    }

    private mutating func walk(
        _ schemas: [Place], _ reach: inout SchemaReach, _ faults: inout [Place: DiagnosticLog.Findings],
        severity: Diagnostic.Severity
    ) {
        var pending = schemas.map { element(at: $0) }
        while let schema = pending.popLast() {
            guard schema.isObject, reach.visit(schema.place), !hasOwnIdentity(schema) else { continue }
            checkXML(of: schema)
            findings = .init()
            if let target = follow(schema, severity) {
                reach.connect(schema.place, to: target.place)
                pending.append(target)
            }
            if !findings.entries.isEmpty { faults[schema.place] = findings }
            guard version.family >= .v31 || schema["$ref"]?.json.string == nil else { continue }
            schema.forEachSubschema { subschema in
                reach.connect(schema.place, to: subschema.place)
                pending.append(subschema)
            }
            readMappedDocuments(of: schema)
        }
    }

    /// The schema is a resource of its own, whose references are relative to its `$id` (JSON Schema, section 8.2.1).
    private func hasOwnIdentity(_ schema: Element) -> Bool {
        version.family >= .v31 && schema["$id"]?.json.string != nil
    }

    private mutating func follow(_ schema: Element, _ severity: Diagnostic.Severity) -> Element? {
        guard let reference = schema["$ref"], let text = reference.json.string, !isBuiltIn(text) else { return nil }
        do throws(ReferenceFault) {
            let place = try library.target(of: text, in: schema.document)
            return element(at: place)
        } catch {
            if mayNameResource() { return nil }
            reportUnresolvable(reference, error, severity: severity)
            return nil
        }
    }

    private func isBuiltIn(_ reference: String) -> Bool {
        let prefixes = ["https://json-schema.org/", "http://json-schema.org/", "https://spec.openapis.org/oas/"]
        return prefixes.contains { reference.hasPrefix($0) }
    }

    /// Whether some schema's `$id` may be what is meant, which the schema compiler knows.
    private mutating func mayNameResource() -> Bool {
        version.family >= .v31 && library.hasIdentifiedSchemas()
    }

    /// A discriminator's mappings may name files. One that leads nowhere changes no outcome, so it is no finding.
    private mutating func readMappedDocuments(of schema: Element) {
        guard let discriminator = schema["discriminator"] else { return }
        let targets = discriminator["mapping"]?.members.map(\.value) ?? []
        for target in targets + [discriminator["defaultMapping"]].compactMap({ $0 }) {
            guard let text = target.json.string, text.contains("/") || text.contains(".") else { continue }
            _ = try? library.target(of: text, in: target.document)
        }
    }
}

extension Place {
    fileprivate static func < (left: Place, right: Place) -> Bool {
        (left.document, left.index) < (right.document, right.index)
    }
}

extension Operation {
    fileprivate var asBroken: Operation {
        Operation(
            method: method, path: path, operationID: operationID, nodeID: nodeID, nodeIDPlace: nodeIDPlace,
            parameters: parameters, requestBody: requestBody, responses: responses, security: security,
            servers: servers, serverLevel: serverLevel, deprecated: deprecated, summary: summary, place: place,
            pathItems: pathItems,
            isWebhook: isWebhook, isBroken: true)
    }
}

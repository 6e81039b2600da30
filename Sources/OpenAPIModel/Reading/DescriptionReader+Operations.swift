import JSONCore

extension DescriptionReader {
    /// `findings` holds those of the path item when this starts.
    mutating func readOperation(
        _ method: String, _ element: Element, of item: PathItem, _ inheritance: Inheritance
    ) -> ReadOperation {
        let key = method + " " + item.path
        guard let operation = resolved(element) else { return broken(method, element, of: item, key) }
        guard operation.isObject else {
            report(.error, .wrongType, "An operation must be an object.", at: element)
            return broken(method, element, of: item, key)
        }
        checkFields(of: operation, .operation)
        let parameters = merged(item.parameters, readParameters(ownField("parameters", operation), of: item.path))
        let kept = item.kind == .component ? parameters : checkPathParameters(parameters, item, operation)
        checkWholeQuery(kept)
        let servers = effectiveServers(operation, item, inheritance)
        let nodeID = effectiveNodeID(operation, item, inheritance)
        let result = Operation(
            method: method, path: item.path, operationID: readOperationID(of: operation), nodeID: nodeID?.text,
            nodeIDPlace: nodeID?.place, parameters: kept,
            requestBody: isSwagger ? swaggerBody(of: operation, item) : readRequestBody(of: operation),
            responses: readResponses(of: operation), security: effectiveSecurity(operation, inheritance),
            servers: servers.list, serverLevel: servers.level, deprecated: flag("deprecated", of: operation) ?? false,
            summary: text("summary", of: operation), place: operation.place,
            pathItems: item.layers.map(\.place), isWebhook: item.kind == .webhook, isBroken: isDisabled(key, item))
        return ReadOperation(operation: result, findings: findings)
    }

    private mutating func isDisabled(_ key: String, _ item: PathItem) -> Bool {
        item.kind != .component && log.disable(key, for: findings)
    }

    /// So that its method and path answer that they are not available.
    private mutating func broken(
        _ method: String, _ element: Element, of item: PathItem, _ key: String
    ) -> ReadOperation {
        let operation = Operation(
            method: method, path: item.path, operationID: nil, nodeID: nil, nodeIDPlace: nil, parameters: [],
            requestBody: nil, responses: [], security: [], servers: item.servers ?? [],
            serverLevel: item.servers == nil ? .none : .pathItem, deprecated: false, summary: nil,
            place: element.place, pathItems: item.layers.map(\.place), isWebhook: item.kind == .webhook, isBroken: true)
        _ = isDisabled(key, item)
        return ReadOperation(operation: operation, findings: findings)
    }

    func ownField(_ name: String, _ owner: Element) -> (field: Element, owner: Element)? {
        owner[name].map { ($0, owner) }
    }

    private mutating func readOperationID(of operation: Element) -> String? {
        guard let text = text("operationId", of: operation) else { return nil }
        guard let field = operation["operationId"] else { return text }
        guard let place = operationIDs[text] else {
            operationIDs[text] = field.place
            return text
        }
        if place != field.place {
            let first = library.sources[place.document].location(of: place.index)
            report(
                .warning, .duplicateOperationID,
                "The operation id \"\(text)\" is used a second time; the first is in \"\(first.file)\", line \(first.line).",
                hint: "Give each operation an id of its own.", at: field)
        }
        return text
    }

    mutating func readNodeID(of owner: Element) -> NodeID? {
        guard let field = owner["x-entry-node-id"] else { return nil }
        guard let text = field.json.string, !text.isEmpty else {
            report(
                .error, .badNodeID, "\"x-entry-node-id\" must be a text that is not empty.",
                hint: field.json.plainText == nil ? nil : "Write it in quotes.", at: field)
            return nil
        }
        return NodeID(text: text, place: field.place)
    }

    private mutating func effectiveNodeID(
        _ operation: Element, _ item: PathItem, _ inheritance: Inheritance
    ) -> NodeID? {
        if operation["x-entry-node-id"] != nil { return readNodeID(of: operation) }
        if item["x-entry-node-id"] != nil { return item.nodeID }
        findings.add(inheritance.nodeID.findings)
        return inheritance.nodeID.value
    }

    private mutating func effectiveServers(
        _ operation: Element, _ item: PathItem, _ inheritance: Inheritance
    ) -> (list: [Server], level: Operation.ServerLevel) {
        if let own = readServers(of: operation) { return (own, .operation) }
        if let servers = item.servers { return (servers, .pathItem) }
        return (inheritance.servers, inheritance.servers.isEmpty ? .none : .root)
    }

    private mutating func effectiveSecurity(
        _ operation: Element, _ inheritance: Inheritance
    ) -> [SecurityRequirement] {
        if let own = readSecurity(of: operation) { return own }
        findings.add(inheritance.security.findings)
        return inheritance.security.value
    }
}

import JSONCore

/// An operation with what is needed to judge it by the schemas that it reaches.
struct ReadOperation {
    var operation: Operation
    var findings: DiagnosticLog.Findings
}

extension DescriptionReader {
    /// A path item and, when it has a `$ref`, what that leads to: a field of the former comes before one of the latter.
    struct PathItem {
        enum Kind {
            case path, webhook
            /// Not under a path, so that nothing can be said about its path parameters.
            case component
        }

        var path: String
        var layers: [Element]
        var template: PathTemplateNames
        var kind = Kind.path
        /// Every field but the methods.
        var parameters: [Parameter] = []
        var servers: [Server]?
        var nodeID: NodeID?
        /// Of all that the item's operations have in common.
        var findings = DiagnosticLog.Findings()

        subscript(_ name: String) -> (field: Element, owner: Element)? {
            for layer in layers {
                if let field = layer[name] { return (field, layer) }
            }
            return nil
        }
    }

    mutating func readPaths(of root: Element, _ inheritance: Inheritance) -> [ReadOperation] {
        guard let field = root["paths"] else {
            if version.family <= .v30 {
                report(.warning, .missingField, "The description has no \"paths\".", at: root)
            }
            return []
        }
        guard let paths = resolved(field) else { return [] }
        guard paths.isObject else {
            report(.error, .wrongType, "\"paths\" must be an object.", at: paths)
            return []
        }
        var operations: [ReadOperation] = []
        for (path, element) in paths.declaredMembers {
            findings = .init()
            guard let item = readPathItem(path, element) else { continue }
            operations += readOperations(of: item, inheritance)
        }
        findings = .init()
        return operations
    }

    mutating func readPathItem(_ path: String, _ element: Element) -> PathItem? {
        guard path.utf8.first == UInt8(ascii: "/") else {
            report(
                .error, .badPath, "The path \"\(path)\" does not start with \"/\", so no request can match it.",
                hint: "Write \"/\(path)\".", at: element)
            return nil
        }
        var item = PathItem(path: path, layers: layers(of: element), template: PathTemplateNames(path))
        if let fault = item.template.fault {
            report(
                .error, .badPath, "The path \"\(path)\" \(fault).",
                hint: "A parameter is written {name}, with each name once.", at: element)
        }
        item.parameters = readParameters(item["parameters"], of: path)
        item.servers = item["servers"].flatMap { readServers(of: $0.owner) }
        item.nodeID = item["x-entry-node-id"].flatMap { readNodeID(of: $0.owner) }
        item.findings = findings
        return item
    }

    private mutating func layers(of element: Element) -> [Element] {
        var layers: [Element] = []
        var next: Element? = element
        while let layer = next, layers.count <= ReferenceTable.longestChain {
            guard layer.isObject else {
                report(.error, .wrongType, "A path item must be an object.", at: layer)
                break
            }
            checkFields(of: layer, .pathItem)
            layers.append(layer)
            next = followed(layer)
        }
        return layers
    }

    /// One step, so that the fields beside the reference are kept.
    private mutating func followed(_ element: Element) -> Element? {
        guard let reference = element["$ref"], let text = reference.json.string else { return nil }
        do throws(ReferenceFault) {
            let place = try library.target(of: text, in: element.document)
            return self.element(at: place)
        } catch {
            reportUnresolvable(reference, error)
            return nil
        }
    }

    mutating func readOperations(of item: PathItem, _ inheritance: Inheritance) -> [ReadOperation] {
        var operations: [ReadOperation] = []
        var seen: Set<String> = []
        for layer in item.layers {
            for (name, element) in layer.members {
                guard let method = Self.method(name, version.family), seen.insert(method).inserted else { continue }
                findings = item.findings
                operations.append(readOperation(method, element, of: item, inheritance))
            }
            for (method, element) in additionalOperations(of: layer) where seen.insert(method).inserted {
                findings = item.findings
                operations.append(readOperation(method, element, of: item, inheritance))
            }
        }
        return operations
    }

    /// Methods that have no field of their own, as they are sent (OpenAPI 3.2, section 4.9.1).
    private mutating func additionalOperations(of item: Element) -> [(method: String, element: Element)] {
        guard version.family >= .v32, let list = object("additionalOperations", of: item) else { return [] }
        return list.declaredMembers.compactMap { method, element in
            if Self.method(method.lowercased(), version.family) == method {
                report(
                    .error, .badMethod, "\"\(method)\" has a field of its own: \"\(method.lowercased())\".", at: element
                )
                return nil
            }
            guard method.isToken else {
                report(.error, .badMethod, "\"\(method)\" cannot be a method: it is not one word of HTTP.", at: element)
                return nil
            }
            return (method, element)
        }
    }

    private static func method(_ name: String, _ family: OpenAPIVersion.Family) -> String? {
        switch name {
        case "get": "GET"
        case "put": "PUT"
        case "post": "POST"
        case "delete": "DELETE"
        case "options": "OPTIONS"
        case "head": "HEAD"
        case "patch": "PATCH"
        case "trace": family >= .v30 ? "TRACE" : nil
        case "query": family >= .v32 ? "QUERY" : nil
        default: nil
        }
    }
}

/// The parameters in a path template, and whether its braces make sense.
struct PathTemplateNames {
    private(set) var names: [String] = []
    private(set) var fault: String?

    /// A fragment does not belong to the template.
    init(_ path: String) {
        var rest = Substring(path).utf8.prefix { $0 != UInt8(ascii: "#") }
        while let brace = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
            let inside = rest[rest.index(after: brace)...]
            guard rest[brace] == UInt8(ascii: "{"),
                let end = inside.firstIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "{") }),
                inside[end] == UInt8(ascii: "}")
            else {
                fault = "has a brace without its counterpart"
                return
            }
            let name = String(inside[..<end]) ?? ""
            if name.isEmpty { fault = "has a parameter without a name" }
            if names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { fault = "names \"\(name)\" twice" }
            names.append(name)
            rest = inside[inside.index(after: end)...]
        }
    }

    func contains(_ name: String) -> Bool {
        names.contains { $0.utf8.elementsEqual(name.utf8) }
    }
}

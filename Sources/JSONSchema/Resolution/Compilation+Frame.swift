import JSONCore

/// Framing: finding the resources and anchors of a document before anything is compiled. It follows only the keywords that
/// the dialect's table gives subschemas, so that an `$id` within an `enum` or `const` is no identifier.
extension Compilation {
    /// The document that was added under this URI.
    mutating func document(named uri: String) -> Int32? {
        if let lastNamed, lastNamed.uri == uri { return lastNamed.document }
        guard let document = document(at: URIReference(uri).normalized) else { return nil }
        lastNamed = (uri, document)
        return document
    }

    /// The document with this normalized URI, read from the registry at its first use.
    mutating func document(at uri: String) -> Int32? {
        if let known = documentIDs[uri] { return known }
        guard let found = options.registry.document(at: uri) else {
            documentIDs[uri] = .some(nil)
            return nil
        }
        let id = Int32(tables.documents.count)
        tables.documents.append(SchemaDocument(uri: found.uri, json: found.json))
        documentIDs[uri] = id
        let dialect = found.dialect.map { Dialect($0) } ?? options.dialect
        let resource = Resource(document: id, root: found.json, uri: URIReference(found.uri), dialect: dialect)
        resources.append(resource)
        let rootResource = Int32(resources.count - 1)
        documentResources.append(rootResource)
        resourceIDs[uri] = resourceIDs[uri] ?? rootResource
        frame(found.json, in: rootResource)
        return id
    }

    /// Frames a schema and all within it. Iterative, so that depth costs no stack.
    mutating func frame(_ schema: JSON, in resource: Int32) {
        var pending = [(schema, resource)]
        let entry = schema.index
        while let (schema, outer) = pending.popLast() {
            let place = Place(document: resources[Int(outer)].document, index: Int32(schema.index))
            guard framed[place] == nil else { continue }
            guard schema.kind == .object else {
                framed[place] = outer
                continue
            }
            let isPlain = resources[Int(outer)].root.index != schema.index && !schema.mayIdentify
            let resource = isPlain ? outer : identify(schema, at: place, in: outer, isEntry: schema.index == entry)
            framed[place] = resource
            for (key, value) in schema.memberKeys {
                guard let children = resources[Int(resource)].dialect.keywords[key]?.children else { continue }
                children.forEachSchema(in: value) { pending.append(($0, resource)) }
            }
        }
    }

    /// Notes the identifiers and the dialect of one schema; the resource that it belongs to.
    ///
    /// `$schema` counts where a resource starts: at a document's root, beside an identifier, and at a schema that stands in
    /// a description (OpenAPI 3.1.1, "Specifying Schema Dialects").
    private mutating func identify(_ schema: JSON, at place: Place, in outer: Int32, isEntry: Bool) -> Int32 {
        let isRoot = resources[Int(outer)].root.index == schema.index
        let isDescription = isRoot && (schema["openapi"] ?? schema["swagger"]) != nil
        var dialect = resources[Int(outer)].dialect
        var isOther = false
        if !isDescription, isRoot || dialect.keywords["$schema"] != nil, let uri = schema["$schema"]?.string,
            isEntry || schema["$id"] != nil || schema["id"] != nil
        {
            do throws(UnknownDialect) {
                dialect = try self.dialect(named: uri)
                isOther = true
            } catch {
                unknownDialects[place] = error
            }
        }
        if isRoot { resources[Int(outer)].dialect = dialect }
        var resource = name(schema, dialect, in: outer, isRoot: isRoot)
        if isOther, resource == outer, !isRoot {
            let (document, uri) = (resources[Int(outer)].document, resources[Int(outer)].uri)
            resources.append(Resource(document: document, root: schema, uri: uri, dialect: dialect))
            resource = Int32(resources.count - 1)
        }
        noteAnchors(of: schema, in: resource)
        return resource
    }

    /// Opens a resource where the schema has an identifier.
    private mutating func name(_ schema: JSON, _ dialect: Dialect, in outer: Int32, isRoot: Bool) -> Int32 {
        let isReplaced = dialect.references == .replaceSiblings && schema["$ref"] != nil
        guard !isReplaced, let id = schema[dialect.identifier]?.string else { return outer }
        let reference = URIReference(id)
        let anchor = reference.fragment.flatMap { dialect.identifiersAnchor && !$0.isEmpty ? $0 : nil }
        var resource = outer
        if !reference.withoutFragment.isEmpty {
            var uri = reference.resolved(against: resources[Int(outer)].uri)
            uri.fragment = nil
            if isRoot {
                resources[Int(outer)].uri = uri
            } else {
                let document = resources[Int(outer)].document
                resources.append(Resource(document: document, root: schema, uri: uri, dialect: dialect))
                resource = Int32(resources.count - 1)
            }
            noteIdentifier(uri.normalized, of: resource, dialect.identifier)
        }
        if let anchor { noteAnchor(anchor, of: schema, in: resource, dialect.identifier) }
        return resource
    }

    private mutating func noteAnchors(of schema: JSON, in resource: Int32) {
        let dialect = resources[Int(resource)].dialect
        let index = Int32(schema.index)
        if dialect.keywords["$anchor"] != nil, let anchor = schema["$anchor"]?.string {
            noteAnchor(anchor, of: schema, in: resource, "$anchor")
        }
        if dialect.keywords["$dynamicAnchor"] != nil, let anchor = schema["$dynamicAnchor"]?.string {
            noteAnchor(anchor, of: schema, in: resource, "$dynamicAnchor")
            resources[Int(resource)].dynamicAnchors[anchor] = index
        }
        let isRoot = resources[Int(resource)].root.index == schema.index
        if isRoot, dialect.keywords["$recursiveAnchor"] != nil, schema["$recursiveAnchor"]?.bool == true {
            resources[Int(resource)].dynamicAnchors[""] = index
        }
    }
}

extension JSON {
    /// Whether one of its keys may give a schema a name or a dialect: `id`, or a dollar and no reference.
    fileprivate var mayIdentify: Bool {
        memberKeys.contains { key, _ in
            key.withText { text in
                guard text.count > 1 else { return false }
                return text[0] == UInt8(ascii: "$") ? !text.equals("$ref") : text.equals("id")
            }
        }
    }
}

extension Keyword.Children {
    /// The subschemas in a keyword's value; what is no schema there is reported when it is compiled.
    func forEachSchema(in value: JSON, _ body: (JSON) -> Void) {
        switch self {
        case .none: break
        case .schema: body(value)
        case .list: value.elements.forEach(body)
        case .map: for (_, schema) in value.memberKeys { body(schema) }
        case .schemaOrList: if value.kind == .array { value.elements.forEach(body) } else { body(value) }
        case .mapOfSchemasOrNames: for (_, schema) in value.memberKeys where schema.kind != .array { body(schema) }
        }
    }
}

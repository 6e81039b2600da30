import JSONCore

extension Compilation {
    /// What a reference leads to from within a resource; nil when that is nothing.
    mutating func resolve(_ reference: String, from resource: Int32) -> Target? {
        // Only where texts are equal for a dictionary exactly when they have the same bytes.
        guard reference.utf8.allSatisfy({ $0 < 0x80 }) else { return find(reference, from: resource) }
        if let known = targets[resource]?[reference] { return known }
        let found = find(reference, from: resource)
        if let found { targets[resource, default: [:]][reference] = found }
        return found
    }

    private mutating func find(_ reference: String, from resource: Int32) -> Target? {
        let (key, fragment) = split(reference, from: resource)
        if let known = self.resource(at: key), let target = target(fragment, in: known) { return target }
        // An identifier or anchor may stand in a schema that nothing has led to yet.
        guard frameAll(), let found = self.resource(at: key) else { return nil }
        return target(fragment, in: found)
    }

    /// The normalized URI of the resource that a reference is to, and its fragment. Most stay within their own.
    private func split(_ reference: String, from resource: Int32) -> (key: String, fragment: String) {
        if reference.utf8.first == UInt8(ascii: "#") {
            return (resources[Int(resource)].key, String(reference.dropFirst()))
        }
        let uri = URIReference(reference).resolved(against: resources[Int(resource)].uri)
        return (uri.normalized, uri.fragment ?? "")
    }

    private mutating func resource(at uri: String) -> Int32? {
        if let known = resourceIDs[uri] { return known }
        guard let document = document(at: uri) else { return nil }
        return documentResources[Int(document)]
    }

    private mutating func target(_ fragment: String, in resource: Int32) -> Target? {
        let root = resources[Int(resource)].root
        if fragment.isEmpty { return target(root, in: resource) }
        if fragment.utf8.first == UInt8(ascii: "/") {
            return JSONPointer(fragment: fragment).flatMap { target($0, in: resource) }
        }
        guard let index = resources[Int(resource)].anchors[fragment] else { return nil }
        return target(JSON(tape: root.tape, index: Int(index)), in: resource)
    }

    /// Walks from the resource's root; on the way it may enter an embedded resource.
    mutating func target(_ pointer: JSONPointer, in resource: Int32) -> Target? {
        var resource = resource
        var json = resources[Int(resource)].root
        for token in pointer.tokens {
            let isArray = json.kind == .array
            guard let next = isArray ? Self.position(token).flatMap({ json[$0] }) : members.member(token, of: json)
            else { return nil }
            json = next
            let place = Place(document: resources[Int(resource)].document, index: Int32(json.index))
            resource = framed[place] ?? resource
        }
        return target(json, in: resource)
    }

    /// The schema at an entry of a document's tape.
    mutating func target(at index: Int, in document: Int32) -> Target? {
        let resource = documentResources[Int(document)]
        let root = resources[Int(resource)].root
        // Another resource may lie on the way to it.
        let hasOthers = resources.contains { $0.document == document && $0.root.index != root.index }
        if hasOthers { return target(root.pointer(toEntry: index), in: resource) }
        return target(JSON(tape: root.tape, index: index), in: resource)
    }

    /// Frames what no schema keyword has led to: a schema under a keyword of somebody's own, or in an OpenAPI description.
    private mutating func target(_ json: JSON, in resource: Int32) -> Target {
        let place = Place(document: resources[Int(resource)].document, index: Int32(json.index))
        if framed[place] == nil { frame(json, in: resource) }
        return Target(place: place, json: json, resource: framed[place] ?? resource)
    }

    /// RFC 6901, section 4: digits without a leading zero.
    private static func position(_ token: String) -> Int? {
        guard token == "0" || token.utf8.first != UInt8(ascii: "0"), token.utf8.allSatisfy({ 48...57 ~= $0 }) else {
            return nil
        }
        return Int(token)
    }

    /// Reads every document of the registry and the components of OpenAPI descriptions, once; false if that was done before.
    private mutating func frameAll() -> Bool {
        guard !hasFramedAll else { return false }
        hasFramedAll = true
        for uri in options.registry.documents.keys.sorted() {
            guard let document = document(at: uri) else { continue }
            let resource = documentResources[Int(document)]
            for (_, schema) in resources[Int(resource)].root["components"]?["schemas"]?.members.map({ $0 }) ?? [] {
                frame(schema, in: resource)
            }
        }
        return true
    }
}

import JSONCore

/// Names that two schemas bear. Which of them a reference means would depend on the order of the members, so neither is taken
/// (JSON Schema 2020-12, sections 8.2.1 and 8.2.2, leaves it open).
extension Compilation {
    /// `keyword` is what gives the name here; the other schema may have it from another.
    mutating func noteAnchor(_ name: String, of schema: JSON, in resource: Int32, _ keyword: String) {
        let index = Int32(schema.index)
        if let other = resources[Int(resource)].anchors[name], other != index {
            let document = resources[Int(resource)].document
            repeatedNames[Place(document: document, index: index)] = keyword
            repeatedNames[Place(document: document, index: other)] = keyword
        }
        resources[Int(resource)].anchors[name] = index
    }

    /// Of documents that bear one identifier the first counts: those are the caller's choice.
    mutating func noteIdentifier(_ uri: String, of resource: Int32, _ keyword: String) {
        guard let known = resourceIDs[uri] else {
            resourceIDs[uri] = resource
            return
        }
        let (one, other) = (resources[Int(known)], resources[Int(resource)])
        guard known != resource, one.document == other.document else { return }
        repeatedNames[Place(document: one.document, index: Int32(one.root.index))] = keyword
        repeatedNames[Place(document: other.document, index: Int32(other.root.index))] = keyword
    }

    /// After compiling, because framing may come upon a second schema when the first is compiled already.
    mutating func refuseRepeatedNames() {
        for (place, keyword) in repeatedNames {
            guard let node = nodeIDs[place] else { continue }
            repeatedNames[place] = nil
            let schema = JSON(tape: tables.documents[Int(place.document)].json.tape, index: Int(place.index))
            let name = schema[keyword] ?? schema["$anchor"] ?? schema["$dynamicAnchor"] ?? schema
            let named = Place(document: place.document, index: Int32(name.index))
            let message = "Another schema bears the same name. Give each its own."
            faults[node, default: []].append(Fault(place: named, code: .badKeywordValue, message: message))
        }
    }
}

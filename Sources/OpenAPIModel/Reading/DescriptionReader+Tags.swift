import JSONCore

extension DescriptionReader {
    mutating func readTags(of root: Element) -> [Tag] {
        guard let list = array("tags", of: root, severity: .warning) else { return [] }
        let tags = list.elements.compactMap { readTag($0) }
        guard version.family >= .v32 else { return tags }
        let parents = Dictionary(tags.map { ($0.name, $0.parent) }) { first, _ in first }
        return tags.map { tag in
            guard tag.parent != nil, let fault = fault(of: tag, parents) else { return tag }
            let declaration = element(at: tag.place)
            reportAside(.error, .badTag, "The tag \"\(tag.name)\" \(fault).", at: declaration["parent"] ?? declaration)
            return Tag(name: tag.name, summary: tag.summary, parent: nil, kind: tag.kind, place: tag.place)
        }
    }

    private mutating func readTag(_ element: Element) -> Tag? {
        guard element.isObject, let name = requiredText("name", of: element) else { return nil }
        checkFields(of: element, .tag)
        return Tag(
            name: name, summary: text("summary", of: element), parent: text("parent", of: element),
            kind: text("kind", of: element), place: element.place)
    }

    private func fault(of tag: Tag, _ parents: [String: String?]) -> String? {
        var ancestor = tag.parent
        for _ in 0...parents.count {
            guard let name = ancestor else { return nil }
            if name == tag.name { return "is nested under itself" }
            guard let next = parents[name] else { return "is nested under \"\(name)\", which is not declared" }
            ancestor = next
        }
        return nil
    }
}

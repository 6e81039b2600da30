import JSONCore

/// Path items that stand under no path.
extension DescriptionReader {
    /// Each is read as if its name were a path, under which it can be mounted.
    mutating func readWebhooks(of root: Element, _ inheritance: Inheritance) -> [ReadOperation] {
        guard version.family >= .v31, let webhooks = object("webhooks", of: root) else { return [] }
        var operations: [ReadOperation] = []
        for (name, element) in webhooks.declaredMembers {
            findings = .init()
            let path = name.utf8.first == UInt8(ascii: "/") ? name : "/" + name
            guard var item = readPathItem(path, element) else { continue }
            item.kind = .webhook
            operations += readOperations(of: item, inheritance)
        }
        findings = .init()
        return operations
    }

    /// For what is wrong with it; the paths that it may be used under are not known.
    mutating func readDetachedPathItem(_ element: Element, _ inheritance: Inheritance) {
        guard var item = readPathItem("/", element) else { return }
        item.kind = .component
        _ = readOperations(of: item, inheritance)
    }
}

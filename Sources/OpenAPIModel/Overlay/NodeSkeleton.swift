import JSONCore

extension OpenAPIDocument {
    /// An overlay in YAML, for people to edit: it gives each operation that names no node an `x-entry-node-id`. Nil when
    /// there is none that an overlay reaches.
    ///
    /// The first guess is the `operationId`, else a name made of method and path. What stands in another document, where
    /// an overlay does not reach, is named in a comment. Ends without a line end.
    public func nodeSkeleton() -> String? {
        var skeleton = NodeSkeleton(document: self)
        for operation in operations + webhooks where operation.nodeID == nil { skeleton.add(operation) }
        return skeleton.text
    }
}

private struct NodeSkeleton {
    private let document: OpenAPIDocument
    private var actions = ""
    private var comments = ""
    private var targets: Set<String> = []
    private var ids: Set<String>

    init(document: OpenAPIDocument) {
        self.document = document
        ids = Set((document.operations + document.webhooks).compactMap(\.nodeID))
    }

    var text: String? {
        guard !actions.isEmpty else { return nil }
        return """
            # Says which node answers which operation. Write the ids of your nodes, and delete the operations that have
            # none. Then: specrouter serve SPEC --overlay FILE
            overlay: 1.0.0
            info:
              title: \(Self.quoted("Nodes of " + (document.title.isEmpty ? "the description" : document.title)))
              version: 1.0.0
            actions:
            \((actions + comments).dropLast())
            """
    }

    mutating func add(_ operation: Operation) {
        guard let target = target(of: operation) else {
            comments += "  # \(Self.commented(operation)) stands where an overlay does not reach.\n"
            return
        }
        guard targets.insert(target).inserted else { return }
        actions += """
              # \(Self.commented(operation))
              - target: \(Self.quoted(target))
                update:
                  x-entry-node-id: \(Self.quoted(id(of: operation)))

            """
    }

    /// The operation; for one in another document its path item, if it is the only one of it.
    private func target(of operation: Operation) -> String? {
        let value = document.json(at: operation.place)
        if operation.place.document == 0 { return value.kind == .object ? value.shorthandPath : nil }
        let neighbours = operation.isWebhook ? document.webhooks : document.operations
        guard neighbours.count(where: { $0.path == operation.path }) == 1 else { return nil }
        let root = document.sources[0].root
        let item =
            operation.isWebhook ? root["webhooks"]?[String(operation.path.dropFirst())] : root["paths"]?[operation.path]
        return item?.kind == .object ? item?.shorthandPath : nil
    }

    private mutating func id(of operation: Operation) -> String {
        let words = (operation.method.lowercased() + operation.path).utf8.split { byte in
            !(byte.isDigit || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte)
        }
        let guess = operation.operationID ?? words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
        var id = guess
        var number = 2
        while !ids.insert(id).inserted {
            id = "\(guess)-\(number)"
            number += 1
        }
        return id
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: YAMLScalarText(text).inline, as: UTF8.self)
    }

    /// On one line, and short.
    private static func commented(_ operation: Operation) -> String {
        let text = operation.key + (operation.summary.map { ": " + $0 } ?? "")
        let isLong = text.unicodeScalars.count > 100
        return text.unicodeScalars.prefix(100).map { scalar in
            0x20..<0x7F ~= scalar.value || scalar.properties.isAlphabetic ? String(scalar) : " "
        }.joined() + (isLong ? "..." : "")
    }
}

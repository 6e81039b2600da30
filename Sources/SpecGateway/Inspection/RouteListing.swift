import JSONCore
package import OpenAPIModel
import SpecRouter

/// One operation as `specrouter routes` shows it.
package struct RouteListing: Sendable {
    let method: String
    let path: String
    let operationID: String?
    let node: String?
    /// One text for each alternative; empty when nothing is required.
    let security: [String]

    package static func all(of document: OpenAPIDocument, mount: String?, webhooks: String? = nil) -> [RouteListing] {
        let input = SpecInput(document: document, mount: mount, webhooks: webhooks)
        let policies = OperationPolicies(input)
        return input.operations.flatMap { operation in
            Mount.paths(of: operation, in: input, policies.policy(of: operation).mount).map { mount in
                RouteListing(
                    method: operation.method, path: mount + operation.path, operationID: operation.operationID,
                    node: operation.nodeID, security: operation.security.map(\.listing))
            }
        }
    }

    /// Columns with a heading.
    package static func table(_ listings: [RouteListing]) -> String {
        let heading = ["METHOD", "PATH", "OPERATION", "NODE", "SECURITY"]
        let rows = [heading] + listings.map(\.columns)
        let widths = heading.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return cells.joined(separator: "  ").trimmingSuffix(" ")
        }.joined(separator: "\n")
    }

    private var columns: [String] {
        [method, path, operationID ?? "-", node ?? "-", security.isEmpty ? "none" : security.joined(separator: " | ")]
    }

    package static func json(_ listings: [RouteListing]) -> String {
        var writer = JSONWriter(layout: .pretty)
        writer.beginArray()
        for listing in listings { listing.write(to: &writer) }
        writer.endArray()
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("method", method)
        writer.member("path", path)
        if let operationID { writer.member("operationID", operationID) }
        if let node { writer.member("node", node) }
        writer.key("security")
        writer.beginArray()
        for alternative in security { writer.string(alternative) }
        writer.endArray()
        writer.endObject()
    }
}

extension SecurityRequirement {
    /// `ApiKey + OAuth(read, write)`; `anonymous` for an empty one.
    fileprivate var listing: String {
        guard !schemes.isEmpty else { return "anonymous" }
        return schemes.map { scheme in
            scheme.scopes.isEmpty ? scheme.name : "\(scheme.name)(\(scheme.scopes.joined(separator: ", ")))"
        }.joined(separator: " + ")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        var text = self[...]
        while text.last == character { text = text.dropLast() }
        return String(text)
    }
}

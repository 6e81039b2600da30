import JSONCore

/// Answers what a handler would receive.
enum EchoNode {
    /// What came of a streamed body.
    struct Taken {
        var octets = 0
        /// How many items it had, and the first of them; nil for a body without items.
        var items: (count: Int, first: [JSON])?
    }

    /// So many items are shown.
    private static let shownItems = 100

    /// Takes a streamed body to its end.
    static func taken(_ request: ValidatedRequest) async throws -> Taken {
        guard case .items = request.content else {
            var octets = 0
            for try await chunk in request.bodyStream { octets += chunk.count }
            return Taken(octets: octets)
        }
        var items = (count: 0, first: [JSON]())
        for try await item in request.jsonItems {
            if items.count < shownItems { items.first.append(item) }
            items.count += 1
        }
        return Taken(items: items)
    }

    static func response(to request: ValidatedRequest, streamed: Taken? = nil) -> Response {
        var writer = JSONWriter(layout: .compact)
        writer.beginObject()
        writer.member("operation", request.operation.key)
        if let id = request.operation.operationID { writer.member("operationID", id) }
        if let id = request.operation.nodeID { writer.member("node", id) }
        writer.key("parameters")
        writer.value(request.parameters)
        if let body = request.body {
            writer.key("body")
            writer.value(body)
        }
        if let streamed { write(streamed, to: &writer) }
        if !request.files.isEmpty { write(request.files, to: &writer) }
        if let principal = request.principal {
            writer.key("principal")
            writer.beginObject()
            writer.member("name", principal.name)
            writer.member("scheme", principal.scheme)
            writer.endObject()
        }
        writer.endObject()
        let summary = ExchangeSummary(operation: request.operation, principals: request.principals)
        let fields: [HeaderField] = [("Content-Type", "application/json")] + request.operation.notices
        return Response(status: 200, fields: fields, body: .bytes(writer.finish()), summary: summary)
    }

    private static func write(_ streamed: Taken, to writer: inout JSONWriter) {
        guard let items = streamed.items else {
            writer.key("bodyOctets")
            return writer.int(Int64(streamed.octets))
        }
        writer.key("bodyItems")
        writer.int(Int64(items.count))
        writer.key("items")
        writer.beginArray()
        for item in items.first { writer.value(item) }
        writer.endArray()
    }

    private static func write(_ files: [FilePart], to writer: inout JSONWriter) {
        writer.key("files")
        writer.beginArray()
        for file in files {
            writer.beginObject()
            writer.member("pointer", file.pointer)
            if let filename = file.filename { writer.member("filename", filename) }
            if let type = file.contentType { writer.member("contentType", type) }
            writer.key("bytes")
            writer.int(Int64(file.byteCount))
            writer.endObject()
        }
        writer.endArray()
    }
}

import JSONCore

/// Answers what a handler would receive.
enum EchoNode {
    static func response(to request: ValidatedRequest) -> Response {
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
        if let principal = request.principal {
            writer.key("principal")
            writer.beginObject()
            writer.member("name", principal.name)
            writer.member("scheme", principal.scheme)
            writer.endObject()
        }
        writer.endObject()
        let summary = ExchangeSummary(operation: request.operation, principals: request.principals)
        return Response(
            status: 200, fields: [("Content-Type", "application/json")], body: .bytes(writer.finish()), summary: summary
        )
    }
}

import HTTPTypes

extension MockPlan {
    /// What the description promises to this request; a problem (501) where nothing valid could be made.
    func answer(to request: ValidatedRequest) throws(Problem) -> NodeResponse {
        let fields = request.head.fields
        let draft = try draft(
            MockPreference(fields.lazy.filter { $0.name.equalsASCIIFolded("prefer") }.map(\.value)),
            accept: AcceptHeader(fields.lazy.filter { $0.name.equalsASCIIFolded("accept") }.map(\.value)))
        var headers = HTTPFields()
        for (name, value) in draft.headers {
            guard let name = HTTPField.Name(name) else { continue }
            headers[name] = value
        }
        let status = HTTPResponse.Status(code: draft.status)
        guard let (mediaType, value) = draft.body else { return NodeResponse(status: status, headerFields: headers) }
        switch value {
        case .json(let json):
            return NodeResponse(status: status, headerFields: headers, contentType: mediaType, json: json)
        case .bytes(let bytes):
            return NodeResponse(status: status, headerFields: headers, contentType: mediaType, body: .bytes(bytes))
        }
    }
}

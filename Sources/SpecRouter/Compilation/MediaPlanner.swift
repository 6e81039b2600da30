import JSONSchema
import OpenAPIModel

/// Makes the plans for bodies and responses of an operation.
struct MediaPlanner {
    let document: OpenAPIDocument
    let schemas: SchemaTable
    let places: DescriptionPlaces
    let policy: Policy

    func requestBody(of operation: Operation) -> RequestBodyPlan {
        guard let body = operation.requestBody else { return .none }
        return RequestBodyPlan(
            isRequired: body.isRequired, content: body.content.compactMap { plan($0, .request) },
            place: reference(body.place))
    }

    func responses(of operation: Operation) -> ResponsePlan {
        ResponsePlan(
            operation.responses.map { key, response in
                ResponsePlan.Entry(
                    key: key, content: response.content.compactMap { plan($0, .response) },
                    requiredHeaders: response.headers.filter(\.header.isRequired).map { $0.name.lowercased() },
                    place: reference(response.place))
            })
    }

    /// Nil for a key that is no media range, which the reading has reported.
    private func plan(_ content: MediaTypeContent, _ direction: SchemaTable.Direction) -> MediaPlan? {
        guard let range = MediaRange(content.range) else { return nil }
        return MediaPlan(
            range: range, name: content.range,
            decoding: .kind(
                of: range, hasSchema: content.schema != nil, form: URLEncodedBody(content, document: document),
                bounds: OctetBounds(schema: content.schema, document: document, reference: reference)),
            schema: content.schema.flatMap { schemas.schema(at: $0, SchemaTable.Reading(direction, policy)) },
            place: reference(content.place))
    }

    private func reference(_ place: Place) -> String {
        places.reference(to: document.schemaLocation(of: place))
    }
}

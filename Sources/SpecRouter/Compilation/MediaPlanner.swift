import JSONSchema
import OpenAPIModel

/// Makes the plans for bodies and responses of an operation.
struct MediaPlanner {
    let schemas: SchemaTable
    let shapes: SchemaShapes
    let places: DescriptionPlaces
    let policy: Policy

    func requestBody(of operation: Operation) -> RequestBodyPlan {
        guard let body = operation.requestBody else { return .none }
        return RequestBodyPlan(
            isRequired: body.isRequired, content: body.content.compactMap { plan($0, .request) },
            place: places[body.place])
    }

    func responses(of operation: Operation) -> ResponsePlan {
        ResponsePlan(
            operation.responses.map { key, response in
                ResponsePlan.Entry(
                    key: key, content: response.content.compactMap { plan($0, .response) },
                    headers: ResponseHeaderChecks(response.headers, shapes) { schema(at: $0, .response) },
                    place: places[response.place])
            })
    }

    /// Nil for a key that is no media range, which the reading has reported.
    private func plan(_ content: MediaTypeContent, _ direction: SchemaTable.Direction) -> MediaPlan? {
        guard let range = MediaRange(content.range) else { return nil }
        let reading = SchemaTable.Reading(direction, policy)
        if let format = range.itemFormat {
            return MediaPlan(
                range: range, name: content.range, decoding: .items(itemChecks(content, format, reading)),
                schema: nil, place: places[content.place])
        }
        return MediaPlan(
            range: range, name: content.range,
            decoding: .kind(
                of: range, hasSchema: content.schema != nil, form: URLEncodedBody(content, shapes),
                multipart: multipart(content, range, reading),
                xml: content.schema.flatMap { XMLPlanner(shapes).plan(for: $0) },
                bounds: OctetBounds(schema: content.schema, document: shapes.document) { places[$0].reference }),
            schema: content.schema.flatMap { schemas.schema(at: $0, reading) },
            place: places[content.place])
    }

    private func itemChecks(
        _ content: MediaTypeContent, _ format: ItemFormat, _ reading: SchemaTable.Reading
    ) -> ItemChecks {
        let found = ItemSchemas(content, shapes.document)
        func bound(_ bound: (count: Int, place: Place)?) -> ItemChecks.Bound? {
            bound.map { ItemChecks.Bound(count: $0.count, place: places[$0.place]) }
        }
        return ItemChecks(
            format: format, item: found.item.flatMap { schemas.schema(at: $0, reading) },
            prefix: found.prefix.map { schemas.schema(at: $0, reading) },
            rest: found.rest.flatMap { schemas.schema(at: $0, reading) }, minimum: bound(found.minimum),
            maximum: bound(found.maximum), place: places[content.place], places: places)
    }

    private func multipart(
        _ content: MediaTypeContent, _ range: MediaRange, _ reading: SchemaTable.Reading
    ) -> MultipartPlan {
        MultipartPlanner(shapes: shapes, schema: { schemas.schema(at: $0, reading) }, places: places)
            .plan(content, range)
    }

    private func schema(at place: Place, _ direction: SchemaTable.Direction) -> CompiledSchema? {
        schemas.schema(at: place, SchemaTable.Reading(direction, policy))
    }
}

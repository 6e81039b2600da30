import JSONCore
import OpenAPIModel
import SpecRouter

/// What holds for every document: it has a value or it is refused, and what is written for the value is read as the same
/// value.
enum XMLProperties {
    static func check(_ input: [UInt8]) throws(Finding) {
        var choices = Choices(input)
        try Finding.unless(codecs.count == schemas.count, "The schemas can be read", "\(codecs.count)")
        let codec = choices.pick(codecs)
        let document = XMLGrammar.document(using: &choices)
        let value: JSON?
        do throws(XMLFault) {
            value = try codec.value(of: document, depth: 64)
        } catch {
            let isIn = error.offset <= document.count * 3
            return try Finding.unless(isIn, "A fault is in the document", "\(error) \(JSONProperties.quoted(document))")
        }
        guard let value, let written = codec.document(of: value) else { return }
        // A document may nest more deeply than the value's, by the elements around its arrays.
        let again = try? codec.value(of: written, depth: 256)
        try Finding.unless(
            again == value, "What is written is read as the same value",
            "\(JSONProperties.quoted(document)): \(value.serialized()), \(JSONProperties.quoted(written))")
    }

    private static let schemas = [
        """
        {"type": "object", "xml": {"name": "a"}, "properties": {
            "n": {"type": "integer"}, "l": {"type": "array", "items": {"type": ["integer", "null"], "xml": {"name": "i"}}},
            "w": {"type": "array", "xml": {"wrapped": true}, "items": {"type": "string", "xml": {"name": "i"}}},
            "id": {"type": "integer", "xml": {"attribute": true}},
            "s": {"type": "string", "xml": {"namespace": "urn:n", "prefix": "p"}}, "o": {"$ref": "#/components/schemas/o"}}}
        """,
        """
        {"type": "object", "properties": {"id": {"type": "string", "xml": {"nodeType": "attribute"}},
            "t": {"type": ["string", "null"], "xml": {"nodeType": "text"}},
            "l": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}}}
        """,
        #"{"type": "array", "xml": {"name": "a"}, "items": {"type": ["object", "integer"]}}"#,
        #"{"type": "object", "xml": {"name": "a", "namespace": "urn:n"}, "additionalProperties": {"type": "boolean"}}"#,
    ]

    private static let codecs: [XMLCodec] = schemas.compactMap { schema in
        let text = """
            {"openapi": "3.2.0", "info": {"title": "t", "version": "1"}, "paths": {"/": {"post": {"requestBody": {"content":
            {"application/xml": {"schema": \(schema)}}}, "responses": {"200": {"description": "d"}}}}},
            "components": {"schemas": {"o": {"type": "object", "properties": {"o": {"$ref": "#/components/schemas/o"}}}}}}
            """
        let loaded = DescriptionLoader.load(bytes: Array(text.utf8), uri: "fuzz:/xml", name: "xml") { _ in [] }
        guard let document = loaded.document, let content = document.operations.first?.requestBody?.content.first,
            let schema = content.schema
        else { return nil }
        return XMLCodec(schema: schema, in: document)
    }
}

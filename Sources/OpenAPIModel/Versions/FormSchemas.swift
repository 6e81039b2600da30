import JSONCore

/// The schemas of Swagger 2.0's forms: for each an object whose properties refer to the parameters.
///
/// They stand in a document of their own, made here, whose values have the positions of the parameters that they come from.
struct FormSchemas {
    struct Field {
        var name: String
        var isRequired: Bool
        var parameter: Element

        /// `type: file` is no schema's type (Swagger 2.0, "Parameter Object"); OpenAPI 3 has `format: binary` for it.
        var isFile: Bool { parameter["type"]?.json.string == "file" }
    }

    private static let uri = "urn:swagger:forms"
    private var document: Int?
    private var builder = TapeBuilder()
    private var origins: [Place] = []

    /// Adds the schema of one form, which stands for `origin`; `finish` must have been called before it is looked at.
    mutating func add(_ fields: [Field], for origin: Place, _ library: inout SourceLibrary) -> Place {
        let document = self.document ?? begin(&library)
        self.document = document
        origins.append(origin)
        let place = Place(document: document, index: builder.nextIndex)
        guard let first = fields.first else { return place }
        beginObject(at: first, library)
        word("type", "object", at: first, library)
        key("properties", at: first, library)
        beginObject(at: first, library)
        for field in fields { property(field, library) }
        builder.endObject()
        let required = fields.filter(\.isRequired)
        if !required.isEmpty {
            key("required", at: first, library)
            mark(first, library)
            builder.beginArray()
            for field in required {
                mark(field, library)
                builder.string(field.name)
            }
            builder.endArray()
        }
        builder.endObject()
        return place
    }

    mutating func finish(in library: inout SourceLibrary) {
        guard let document else { return }
        builder.endArray()
        let finished = builder
        builder = TapeBuilder()
        library.replace(document, root: finished.finish(), origins: origins)
    }

    private mutating func begin(_ library: inout SourceLibrary) -> Int {
        let document = library.sources.count
        let entry = library.sources[0]
        let source = SourceDocument(uri: Self.uri, name: entry.name, root: entry.root, text: [], version: nil)
        library.add(source, retrievedFrom: Self.uri)
        builder.beginArray()
        return document
    }

    private mutating func property(_ field: Field, _ library: SourceLibrary) {
        let source = library.sources[field.parameter.document]
        let pointer = source.root.tape.pointer(to: field.parameter.json.index)
        key(field.name, at: field, library)
        beginObject(at: field, library)
        if field.isFile {
            word("type", "string", at: field, library)
            word("format", "binary", at: field, library)
        } else {
            word("$ref", source.uri + "#" + pointer.fragment, at: field, library)
        }
        builder.endObject()
    }

    private mutating func word(_ name: String, _ text: String, at field: Field, _ library: SourceLibrary) {
        key(name, at: field, library)
        mark(field, library)
        builder.string(text)
    }

    private mutating func key(_ name: String, at field: Field, _ library: SourceLibrary) {
        mark(field, library)
        builder.key(name)
    }

    private mutating func beginObject(at field: Field, _ library: SourceLibrary) {
        mark(field, library)
        builder.beginObject()
    }

    private mutating func mark(_ field: Field, _ library: SourceLibrary) {
        let location = library.sources[field.parameter.document].location(of: field.parameter.json.index)
        builder.position(UInt64(location.line) << 32 | UInt64(location.column))
    }
}

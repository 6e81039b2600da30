import JSONCore

/// Swagger 2.0 is raised to the model while it is read; what is said here and in the files beside it is all that differs.
extension DescriptionReader {
    var isSwagger: Bool { version.family == .v20 }

    /// `schemes`, `host` and `basePath`, as one server.
    mutating func swaggerServers(of root: Element) -> [Server]? {
        let host = text("host", of: root) ?? ""
        let path = text("basePath", of: root) ?? ""
        guard !host.isEmpty || !path.isEmpty else { return nil }
        if !path.isEmpty, path.utf8.first != UInt8(ascii: "/") {
            report(.warning, .badServer, "\"basePath\" must start with \"/\".", at: root["basePath"] ?? root)
        }
        let scheme = root["schemes"]?.json[0]?.string.map { $0 + ":" } ?? ""
        let url = (host.isEmpty ? "" : scheme + "//" + host) + path
        return [Server(url: url, name: nil, variables: [], place: (root["basePath"] ?? root["host"] ?? root).place)]
    }

    /// The media types that an operation takes or makes, else those of the whole description.
    ///
    /// JSON when neither says anything: that is what such descriptions mean, and it keeps bodies from passing unchecked.
    mutating func mediaTypes(_ field: String, of operation: Element) -> [String] {
        let root = Element(document: 0, json: library.sources[0].root)
        let owner = operation[field] == nil ? root : operation
        let types = array(field, of: owner)?.json.elements.compactMap(\.string) ?? []
        return types.isEmpty ? ["application/json"] : types
    }

    /// Answers with a schema but no file have one content for each media type that the operation makes.
    mutating func swaggerResponse(_ element: Element, of operation: Element) -> Response? {
        guard element.isObject else {
            report(.error, .wrongType, "A response must be an object.", at: element)
            return nil
        }
        checkFields(of: element, .response)
        if element["description"] == nil {
            report(.warning, .missingField, "The required field \"description\" is missing.", at: element)
        }
        return Response(
            summary: nil, description: text("description", of: element) ?? "", headers: readHeaders(of: element),
            content: swaggerContent(of: element, operation), place: element.place)
    }

    private mutating func swaggerContent(of response: Element, _ operation: Element) -> [MediaTypeContent] {
        guard let schema = response["schema"] else { return [] }
        let isFile = schema["type"]?.json.string == "file"
        let place = isFile ? nil : readSchema(schema)
        let types = isFile && operation["produces"] == nil ? ["*/*"] : mediaTypes("produces", of: operation)
        return types.map { type in
            let example = response["examples"]?[type].map { [(name: "", value: $0.place)] }
            return MediaTypeContent(range: type, schema: place, examples: example ?? [], place: schema.place)
        }
    }

    mutating func swaggerHeader(_ element: Element) -> Header {
        checkFields(of: element, .header)
        return Header(
            isRequired: false, style: swaggerHeaderStyle(of: element),
            value: element["type"].flatMap { _ in readSchema(element) }.map { .schema($0) } ?? .untyped,
            place: element.place)
    }
}

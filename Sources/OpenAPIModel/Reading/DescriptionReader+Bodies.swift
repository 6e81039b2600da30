import JSONCore

extension DescriptionReader {
    mutating func readRequestBody(of operation: Element) -> RequestBody? {
        guard let field = operation["requestBody"], let target = resolved(field) else { return nil }
        return remembered(\.requestBodies, at: target.place) { reader in reader.readRequestBody(target) }
    }

    private mutating func readRequestBody(_ element: Element) -> RequestBody? {
        guard element.isObject else {
            report(.error, .wrongType, "A request body must be an object.", at: element)
            return nil
        }
        checkFields(of: element, .requestBody)
        if element["content"] == nil {
            report(
                .error, .missingField, "The request body has no \"content\", so no body could be accepted.", at: element
            )
        }
        return RequestBody(
            isRequired: flag("required", of: element) ?? false, content: readContent(of: element),
            place: element.place)
    }

    mutating func readContent(of owner: Element) -> [MediaTypeContent] {
        guard let content = object("content", of: owner) else { return [] }
        return content.declaredMembers.compactMap { range, element in
            guard let target = resolved(element) else { return nil }
            let value = remembered(\.contents, at: target.place) { reader in reader.readMediaType(range, target) }
            guard let value, value.range != range else { return value }
            return MediaTypeContent(
                range: range, schema: value.schema, encoding: value.encoding, examples: value.examples,
                place: value.place)
        }
    }

    private mutating func readMediaType(_ range: String, _ element: Element) -> MediaTypeContent? {
        guard element.isObject else {
            report(.error, .wrongType, "A media type must be an object.", at: element)
            return nil
        }
        checkFields(of: element, .mediaType)
        return MediaTypeContent(
            range: range, schema: readSchema(element["schema"]), encoding: readEncodings(of: element),
            examples: readExamples(of: element), place: element.place)
    }

    private mutating func readEncodings(of mediaType: Element) -> [(name: String, encoding: Encoding)] {
        guard let encodings = object("encoding", of: mediaType) else { return [] }
        return encodings.members.compactMap { name, element in
            guard let target = resolved(element), target.isObject else { return nil }
            checkFields(of: target, .encoding)
            return (name, readEncoding(target))
        }
    }

    private mutating func readEncoding(_ element: Element) -> Encoding {
        let style = text("style", of: element)
        let explode = flag("explode", of: element)
        let isStyled = style != nil || explode != nil || element["allowReserved"] != nil
        return Encoding(
            contentType: text("contentType", of: element),
            style: isStyled ? queryStyle(style, explode, element) : nil, place: element.place)
    }

    /// An example that cannot be read is no reason to refuse an operation.
    private mutating func readExamples(of mediaType: Element) -> [(name: String, value: Place)] {
        var examples: [(name: String, value: Place)] = []
        if let example = mediaType["example"] { examples.append(("", example.place)) }
        guard let list = mediaType["examples"] else { return examples }
        for (name, element) in list.members {
            guard let target = resolvedQuietly(element), let value = target["value"] else { continue }
            examples.append((name, value.place))
        }
        return examples
    }

    /// Like `resolved`, with a warning where that has an error.
    mutating func resolvedQuietly(_ element: Element) -> Element? {
        guard let reference = element["$ref"], let text = reference.json.string else { return element }
        do throws(ReferenceFault) {
            let place = try library.target(of: text, in: element.document)
            return self.element(at: place)
        } catch {
            reportUnresolvable(reference, error, severity: .warning)
            return nil
        }
    }

    /// The place of a schema, which stays unread here. Nil when there is none, or, with an error, none that can be one.
    mutating func readSchema(_ element: Element?) -> Place? {
        guard let element else { return nil }
        let isBoolean = element.json.kind == .boolean && version.family >= .v31
        guard element.isObject || isBoolean else {
            report(.error, .wrongType, "A schema must be an object.", at: element)
            return nil
        }
        findings.schemas.append(element.place)
        return element.place
    }
}

import JSONCore

extension DescriptionReader {
    mutating func readRequestBody(of operation: Element) -> RequestBody? {
        guard let field = operation["requestBody"], let target = resolved(field) else { return nil }
        return remembered(knownRequestBodies, at: target.place) { reader in reader.readRequestBody(target) }
    }

    mutating func readRequestBody(_ element: Element) -> RequestBody? {
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
            let value = remembered(knownContents, at: target.place) { reader in reader.readMediaType(range, target) }
            return value.map { $0.range == range ? $0 : $0.with(range: range) }
        }
    }

    mutating func readMediaType(_ range: String, _ element: Element) -> MediaTypeContent? {
        guard element.isObject else {
            report(.error, .wrongType, "A media type must be an object.", at: element)
            return nil
        }
        checkFields(of: element, .mediaType)
        let itemSchema = version.family >= .v32 ? readSchema(element["itemSchema"]) : nil
        return MediaTypeContent(
            range: range, schema: readSchema(element["schema"]), itemSchema: itemSchema,
            encodings: readEncodings(of: element), examples: readExamples(of: element), place: element.place)
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

import JSONCore

extension DescriptionReader {
    mutating func readResponses(of operation: Element) -> [(key: ResponseKey, response: Response)] {
        guard let responses = object("responses", of: operation) else {
            if operation["responses"] == nil && version.family <= .v30 {
                report(.warning, .missingField, "The operation has no \"responses\".", at: operation)
            }
            return []
        }
        return responses.declaredMembers.compactMap { text, element in
            guard let key = readResponseKey(text, element), let target = resolved(element) else { return nil }
            if isSwagger { return swaggerResponse(target, of: operation).map { (key, $0) } }
            let response = remembered(knownResponses, at: target.place) { reader in reader.readResponse(target) }
            return response.map { (key, $0) }
        }
    }

    private mutating func readResponseKey(_ text: String, _ element: Element) -> ResponseKey? {
        if let key = ResponseKey(text) { return key }
        if let key = ResponseKey(text.uppercased()) ?? (text.lowercased() == "default" ? .default : nil) {
            report(
                .warning, .badResponseKey, "The response key \"\(text)\" is read as \"\(key)\".",
                hint: "Write \"\(key)\".", at: element)
            return key
        }
        report(
            .error, .badResponseKey, "\"\(text)\" is not a status code.",
            hint: "Use a code such as \"200\", a range such as \"4XX\", or \"default\".", at: element)
        return nil
    }

    mutating func readResponse(_ element: Element) -> Response? {
        guard element.isObject else {
            report(.error, .wrongType, "A response must be an object.", at: element)
            return nil
        }
        checkFields(of: element, .response)
        if element["description"] == nil && version.family <= .v31 {
            report(.warning, .missingField, "The required field \"description\" is missing.", at: element)
        }
        return Response(
            summary: text("summary", of: element), description: text("description", of: element) ?? "",
            headers: readHeaders(of: element),
            content: readContent(of: element), place: element.place)
    }

    mutating func readHeaders(of response: Element) -> [(name: String, header: Header)] {
        guard let headers = object("headers", of: response) else { return [] }
        return headers.declaredMembers.compactMap { name, element in
            guard name.lowercased() != "content-type", let target = resolved(element) else { return nil }
            checkHeaderName(name, at: element)
            return readHeader(name, target).map { (name, $0) }
        }
    }

    mutating func readHeader(_ name: String, _ element: Element) -> Header? {
        guard element.isObject else {
            report(.error, .wrongType, "A header must be an object.", at: element)
            return nil
        }
        if isSwagger { return swaggerHeader(element) }
        checkStyle(text("style", of: element), among: ["simple"], "header", element)
        checkAllowReserved(element, isAllowed: false)
        checkExamples(of: element)
        return Header(
            isRequired: flag("required", of: element) ?? false,
            style: .simple(explode: flag("explode", of: element) ?? false), value: readHeaderValue(name, element),
            place: element.place)
    }

    private mutating func readHeaderValue(_ name: String, _ element: Element) -> ParameterValue {
        if let schema = element["schema"] {
            checkFields(of: element, .header)
            return readSchema(schema).map { .schema($0) } ?? .untyped
        }
        if let content = element["content"] {
            checkFields(of: element, .header)
            return readHeaderContent(content, name)
        }
        guard element["type"] != nil else {
            checkFields(of: element, .header)
            return .untyped
        }
        report(
            .warning, .swagger2Shape, "The header \"\(name)\" has the shape of Swagger 2.0.",
            hint: "In OpenAPI 3 its type stands in \"schema\".", at: element)
        return readSchema(element).map { .schema($0) } ?? .untyped
    }

    private mutating func readHeaderContent(_ content: Element, _ name: String) -> ParameterValue {
        let types = Array(content.declaredMembers)
        guard let (mediaType, value) = types.first, types.count == 1 else {
            report(
                .error, .badParameter, "The \"content\" of the header \"\(name)\" must have exactly one media type.",
                hint: "Keep one of them.", at: content)
            return .untyped
        }
        return .content(mediaType: mediaType, schema: readSchema(resolved(value)?["schema"]))
    }
}

extension ResponseKey {
    /// Nil for what is no key, spelled exactly.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        if text == "default" {
            self = .default
        } else if bytes.count == 3, let first = bytes.first, 0x31...0x35 ~= first {
            if bytes[1] == UInt8(ascii: "X"), bytes[2] == UInt8(ascii: "X") {
                self = .range(Int(first - 0x30))
            } else if let code = Int(text) {
                self = .status(code)
            } else {
                return nil
            }
        } else {
            return nil
        }
    }
}

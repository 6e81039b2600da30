import JSONCore

/// Bodies of Swagger 2.0: one parameter `in: body`, or the fields of a form, each a parameter `in: formData`.
extension DescriptionReader {
    mutating func swaggerBody(of operation: Element, _ item: PathItem) -> RequestBody? {
        var parts: [Element] = []
        for list in [item["parameters"]?.field, operation["parameters"]] {
            for element in list?.elements.compactMap({ resolved($0) }) ?? [] where isSwaggerBody(element) {
                parts.removeAll { Self.isSame($0, element) && $0.place != element.place }
                parts.append(element)
            }
        }
        let fields = parts.filter { $0["in"]?.json.string == "formData" }
        let bodies = parts.filter { $0["in"]?.json.string == "body" }
        guard let body = bodies.first else { return fields.isEmpty ? nil : swaggerForm(fields, of: operation) }
        if let other = bodies.dropFirst().first ?? fields.first {
            report(
                .error, .badParameter,
                "An operation can have one parameter in \"body\", and then none in \"formData\".",
                at: other)
        }
        return swaggerBody(body, of: operation)
    }

    /// A form's fields go by name; there is only one body.
    private static func isSame(_ left: Element, _ right: Element) -> Bool {
        guard let place = left["in"]?.json, place == right["in"]?.json else { return false }
        return place.string == "body" || left["name"]?.json == right["name"]?.json
    }

    private mutating func swaggerBody(_ body: Element, of operation: Element) -> RequestBody {
        checkFields(of: body, .parameter)
        if body["schema"] == nil {
            report(.error, .badParameter, "The parameter in \"body\" has no \"schema\".", at: body)
        }
        let schema = readSchema(body["schema"])
        let content = mediaTypes("consumes", of: operation).map { type in
            MediaTypeContent(range: type, schema: schema, place: body.place)
        }
        return RequestBody(isRequired: flag("required", of: body) ?? false, content: content, place: body.place)
    }

    private mutating func swaggerForm(_ fields: [Element], of operation: Element) -> RequestBody? {
        var form: [FormSchemas.Field] = []
        var encodings: [(name: String, encoding: Encoding)] = []
        for field in fields {
            guard let name = requiredParameterField("name", of: field) else { continue }
            checkFields(of: field, .parameter)
            let isRequired = flag("required", of: field) ?? false
            form.append(FormSchemas.Field(name: name, isRequired: isRequired, parameter: field))
            guard field["type"]?.json.string == "array" else { continue }
            let style = Self.queryStyle(collectionFormat(of: field, "formData"))
            encodings.append((name, Encoding(style: style, place: field.place)))
        }
        guard let first = form.first else { return nil }
        let schema = forms.add(form, for: (operation["parameters"] ?? operation).place, &library)
        findings.schemas.append(schema)
        let content = formTypes(of: operation, fields).map { type in
            MediaTypeContent(
                range: type, schema: schema, encodings: Encodings(named: encodings, prefix: [], item: nil),
                place: first.parameter.place)
        }
        return RequestBody(
            isRequired: form.contains(where: \.isRequired), content: content, place: first.parameter.place)
    }

    /// Those of the operation's media types that are forms; files need `multipart/form-data`.
    private mutating func formTypes(of operation: Element, _ fields: [Element]) -> [String] {
        let hasFile = fields.contains { $0["type"]?.json.string == "file" }
        let types = ["multipart/form-data"] + (hasFile ? [] : ["application/x-www-form-urlencoded"])
        let declared = mediaTypes("consumes", of: operation).filter { types.contains($0.lowercased()) }
        return declared.isEmpty ? Array(types.suffix(1)) : declared
    }

    /// Has the forms' schemas take the place that was kept for them.
    mutating func addForms() {
        forms.finish(in: &library)
    }
}

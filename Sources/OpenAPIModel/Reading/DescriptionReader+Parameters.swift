import JSONCore

extension DescriptionReader {
    mutating func readParameters(_ list: (field: Element, owner: Element)?, of path: String) -> [Parameter] {
        guard let list, let elements = array("parameters", of: list.owner) else { return [] }
        var parameters: [Parameter] = []
        for element in elements.elements {
            guard let target = resolved(element), !isSwaggerBody(target) else { continue }
            let parameter = remembered(knownParameters, at: target.place) { reader in reader.readParameter(target) }
            guard let parameter else { continue }
            if parameters.contains(where: { $0.isSame(as: parameter) }) {
                report(
                    .warning, .duplicateParameter,
                    "The \(parameter.placement.location.rawValue) parameter \"\(parameter.name)\" stands here a second"
                        + " time; the first one counts.",
                    hint: "Remove one of the two.", at: element)
                continue
            }
            parameters.append(parameter)
        }
        return parameters
    }

    /// The operation's parameters replace those of the path item.
    func merged(_ inherited: [Parameter], _ own: [Parameter]) -> [Parameter] {
        inherited.filter { parameter in !own.contains { $0.isSame(as: parameter) } } + own
    }

    /// Leaves out path parameters that the template has no place for.
    mutating func checkPathParameters(
        _ parameters: [Parameter], _ item: PathItem, _ operation: Element
    ) -> [Parameter] {
        for name in item.template.names where !parameters.contains(where: { $0.isPath(name) }) {
            report(
                .error, .undeclaredPathParameter,
                "The path parameter \"\(name)\" of \"\(item.path)\" is not declared.",
                hint: "Add { name: \(name), in: path, required: true, \(aStringType) } to \"parameters\".",
                at: operation)
        }
        return parameters.filter { parameter in
            guard parameter.placement.location == .path, !item.template.contains(parameter.name) else { return true }
            let declaration = element(at: parameter.place)
            report(
                .warning, .unusedPathParameter,
                "The path parameter \"\(parameter.name)\" does not occur in the path \"\(item.path)\".",
                hint: "Remove it, or write {\(parameter.name)} in the path.", at: declaration)
            return false
        }
    }

    mutating func readParameter(_ element: Element) -> Parameter? {
        guard element.isObject else {
            report(.error, .badParameter, "A parameter must be an object.", at: element)
            return nil
        }
        guard let name = requiredParameterField("name", of: element),
            let place = requiredParameterField("in", of: element),
            let placement = isSwagger ? swaggerPlacement(place, of: element) : readPlacement(place, of: element)
        else { return nil }
        checkName(name, placement, element)
        checkExamples(of: element)
        return Parameter(
            name: name, placement: placement, isRequired: readIsRequired(placement, element),
            value: readParameterValue(name, place, element),
            allowEmptyValue: flag("allowEmptyValue", of: element) ?? false,
            place: element.place)
    }

    mutating func requiredParameterField(_ field: String, of parameter: Element) -> String? {
        guard let text = text(field, of: parameter), !text.isEmpty else {
            report(.error, .badParameter, "The parameter has no \"\(field)\".", at: parameter)
            return nil
        }
        return text
    }

    private mutating func readIsRequired(_ placement: ParameterPlacement, _ element: Element) -> Bool {
        let isRequired = flag("required", of: element) ?? false
        guard placement.location == .path else { return isRequired }
        if !isRequired {
            report(
                .warning, .badParameter, "A path parameter is always required.", hint: "Add \"required: true\".",
                at: element)
        }
        return true
    }

    private var aStringType: String { isSwagger ? "type: string" : "schema: { type: string }" }

    private mutating func readParameterValue(_ name: String, _ place: String, _ element: Element) -> ParameterValue {
        if isSwagger { return swaggerValue(name, element) }
        if let content = element["content"] {
            checkFields(of: element, .parameter)
            if element["schema"] != nil {
                report(
                    .error, .badParameter, "The parameter \"\(name)\" has both \"schema\" and \"content\".", at: element
                )
            }
            return readParameterContent(content, of: element, name)
        }
        if let schema = readSchema(element["schema"]) {
            checkFields(of: element, .parameter)
            if place == "querystring" {
                report(
                    .error, .badParameter, "The parameter \"\(name)\" is the whole query, which \"content\" describes.",
                    hint: "Write { in: querystring, name: \(name), content: { MEDIA-TYPE: { schema: ... } } }.",
                    at: element)
            }
            return .schema(schema)
        }
        guard element["schema"] == nil else { return .untyped }
        guard element["type"] != nil else {
            checkFields(of: element, .parameter)
            report(
                .warning, .untypedParameter,
                "The parameter \"\(name)\" has neither \"schema\" nor \"content\", so any text will do.", at: element)
            return .untyped
        }
        let type = element["type"]?.json.plainText ?? "string"
        report(
            .warning, .swagger2Shape, "The parameter \"\(name)\" has the shape of Swagger 2.0; it is understood.",
            hint: "In OpenAPI 3 it is written { name: \(name), in: \(place), schema: { type: \(type) } }.", at: element)
        return readSchema(element).map { .schema($0) } ?? .untyped
    }

    private mutating func readParameterContent(
        _ content: Element, of parameter: Element, _ name: String
    ) -> ParameterValue {
        for field in ["style", "explode", "allowReserved"] where version.family >= .v31 {
            guard let element = parameter[field] else { continue }
            reportAside(
                .error, .badParameter,
                "The parameter \"\(name)\" has \"content\", beside which \"\(field)\" has no meaning.",
                at: element)
        }
        let types = Array(content.declaredMembers)
        guard let (mediaType, value) = types.first, types.count == 1 else {
            report(
                .error, .badParameter,
                "The \"content\" of the parameter \"\(name)\" must have exactly one media type.",
                hint: "Keep one of them.", at: content)
            return .untyped
        }
        return .content(mediaType: mediaType, schema: readSchema(resolved(value)?["schema"]))
    }
}

extension Parameter {
    /// Names of headers are compared without regard to case (RFC 9110, section 5.1).
    fileprivate func isSame(as other: Parameter) -> Bool {
        guard placement.location == other.placement.location else { return false }
        guard placement.location == .header else { return name.utf8.elementsEqual(other.name.utf8) }
        return name.lowercased().utf8.elementsEqual(other.name.lowercased().utf8)
    }

    fileprivate func isPath(_ name: String) -> Bool {
        placement.location == .path && self.name.utf8.elementsEqual(name.utf8)
    }
}

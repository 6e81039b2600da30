import JSONCore

extension LintRule {
    static let invalidExample = LintRule(
        code: "invalid-example", level: .warning,
        summary: "An example does not meet the schema that it is for.",
        advice: "Readers and mocks take it for what is accepted; mend the one or the other.",
        check: { survey in
            SampleCheck.findings(of: ExampleSearch(survey).samples, noun: "example", in: survey.document)
        })
}

/// Finds examples that are values: of schemas, parameters, headers and media types.
private struct ExampleSearch {
    private(set) var samples: [SampleCheck.Sample] = []
    private let survey: DescriptionSurvey

    init(_ survey: DescriptionSurvey) {
        self.survey = survey
        for schema in survey.schemas(with: "example") { add(survey.json(at: schema)["example"], for: schema, .either) }
        if survey.document.version.family >= .v31 {
            for schema in survey.schemas(with: "examples") { addList(of: schema) }
        }
        for place in survey.places(of: .parameter) + survey.places(of: .header) { addParameter(place) }
        addMediaTypes()
        if survey.document.version.family == .v20 { survey.places(of: .response).forEach { addSwagger($0) } }
    }

    private mutating func add(_ value: JSON?, for schema: Place, _ use: SampleCheck.Use, in document: Int? = nil) {
        guard let value else { return }
        let place = Place(document: document ?? schema.document, index: value.index)
        samples.append(SampleCheck.Sample(value: place, schema: schema, use: use))
    }

    /// JSON Schema 2020-12, section 9.5.
    private mutating func addList(of schema: Place) {
        guard let list = survey.json(at: schema)["examples"], list.kind == .array else { return }
        for example in list.elements { add(example, for: schema, .either) }
    }

    /// Both fields of an object that has a `schema`, references to examples followed.
    private func values(of owner: Place) -> [(document: Int, json: JSON)] {
        let json = survey.json(at: owner)
        var values = json["example"].map { [(owner.document, $0)] } ?? []
        for (_, example) in json["examples"]?.members.map({ ($0, $1) }) ?? [] {
            guard let target = survey.document.resolve(survey.place(of: example, in: owner.document)) else { continue }
            let example = survey.json(at: target)
            if let value = example["dataValue"] ?? example["value"] { values.append((target.document, value)) }
        }
        return values
    }

    /// A text for what is no text may be the value as it is written in the request.
    private mutating func addParameter(_ owner: Place) {
        guard let schema = survey.json(at: owner)["schema"] else { return }
        let place = survey.place(of: schema, in: owner.document)
        let target = survey.document.resolve(place).map { survey.json(at: $0) } ?? schema
        let types = SchemaTypes(target)?.names ?? []
        let isStructured = types.contains("array") || types.contains("object")
        for (document, value) in values(of: owner) where value.kind != .string || !isStructured {
            add(value, for: place, .request, in: document)
        }
    }

    private mutating func addMediaTypes() {
        let bodies = survey.places(of: .requestBody).flatMap { body in
            survey.json(at: body)["content"]?.members.map { survey.place(of: $0.value, in: body.document) } ?? []
        }
        let requests = Set(bodies.compactMap { survey.document.resolve($0) })
        for owner in survey.places(of: .mediaType) {
            let json = survey.json(at: owner)
            guard let schema = json["schema"], json["example"] != nil || json["examples"] != nil else { continue }
            let isJSON = survey.isJSON(owner)
            for (document, value) in values(of: owner) where isJSON || value.kind != .string {
                let place = survey.place(of: schema, in: owner.document)
                add(value, for: place, requests.contains(owner) ? .request : .response, in: document)
            }
        }
    }

    private mutating func addSwagger(_ response: Place) {
        let json = survey.json(at: response)
        guard let schema = json["schema"], let examples = json["examples"] else { return }
        for (type, value) in examples.members where type.lowercased().contains("json") {
            add(value, for: survey.place(of: schema, in: response.document), .response)
        }
    }
}

extension DescriptionSurvey {
    /// By the key under which a media type stands: then a text is a value, and not a document in that media type.
    fileprivate func isJSON(_ mediaType: Place) -> Bool {
        let pointer = document.sources[mediaType.document].root.tape.pointer(to: mediaType.index)
        let range = (pointer.tokens.last ?? "").lowercased().prefix { $0 != ";" }
        return range.hasSuffix("/json") || range.hasSuffix("+json")
    }
}

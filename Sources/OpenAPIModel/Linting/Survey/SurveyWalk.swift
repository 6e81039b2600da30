import JSONCore

/// Goes through a description from its paths and webhooks, and lists what it comes by.
///
/// Schemas are listed by the keywords that rules ask for. What has been visited is one bit for each kind and tape entry,
/// so that recursion costs nothing.
struct SurveyWalk {
    let document: OpenAPIDocument
    let components: [DescriptionSurvey.Component]
    private(set) var objects: [[Place]] = Array(repeating: [], count: DescriptionObject.allCases.count)
    private(set) var schemasByKeyword: [String: [Place]] = [:]
    private var visited: [[UInt16]]
    private var pending: [(kind: DescriptionObject, place: Place)] = []
    /// References of each source that lead nowhere.
    private var lost: [Set<String>]
    /// From a schema to the components that extend it by `allOf`.
    private var heirs: [Place: [Place]]
    private let schemaNames: [String: Place]
    /// In 2.0 and 3.0, nothing counts beside a schema's `$ref`.
    private let keepsSiblings: Bool

    init(_ document: OpenAPIDocument) {
        self.document = document
        visited = document.sources.map { Array(repeating: 0, count: max($0.root.tape.next(after: 0), 1)) }
        lost = Array(repeating: [], count: document.sources.count)
        keepsSiblings = document.version.family >= .v31
        components = Self.components(of: document)
        let schemas = components.filter { $0.section.kind == .schema }
        schemaNames = Dictionary(schemas.map { ($0.name, $0.place) }) { first, _ in first }
        heirs = Self.heirs(schemas, in: document)
    }

    /// All that operations, webhooks and callbacks consist of.
    mutating func followPaths() {
        let root = document.sources[0].root
        if let paths = root["paths"] { push(.paths, Place(document: 0, index: paths.index)) }
        if let webhooks = root["webhooks"] { pushMembers(of: webhooks, 0, as: .pathItem) }
        drain()
    }

    mutating func follow(_ place: Place, as kind: DescriptionObject) {
        push(kind, place)
        drain()
    }

    /// Whether the walk has come by the object, or something within.
    func hasReached(_ place: Place) -> Bool {
        let end = document.sources[place.document].root.tape.next(after: place.index)
        return visited[place.document][place.index..<end].contains { $0 != 0 }
    }

    /// What leads nowhere is looked for once, because that takes time.
    private mutating func follow(_ reference: String, in source: Int, as kind: DescriptionObject) {
        guard !lost[source].contains(reference) else { return }
        if let target = document.target(of: reference, in: source) {
            push(kind, target)
        } else {
            lost[source].insert(reference)
        }
    }

    private mutating func push(_ kind: DescriptionObject, _ place: Place) {
        pending.append((kind, place))
    }

    private mutating func drain() {
        while let (kind, place) = pending.popLast() { visit(place, kind) }
    }

    private mutating func visit(_ place: Place, _ kind: DescriptionObject) {
        let bit = UInt16(1) << UInt16(kind.rawValue)
        guard visited[place.document][place.index] & bit == 0 else { return }
        visited[place.document][place.index] |= bit
        let json = document.json(at: place)
        guard json.kind == .object else { return }
        if let reference = json["$ref"]?.string {
            follow(reference, in: place.document, as: kind)
            guard kind == .pathItem || kind == .schema && keepsSiblings else {
                // What has no effect there is what a rule looks for.
                if kind == .schema, json["nullable"] != nil { schemasByKeyword["nullable", default: []].append(place) }
                return
            }
        }
        objects[kind.rawValue].append(place)
        switch kind {
        case .schema: visitKeywords(of: json, at: place)
        case .paths, .callback: pushMembers(of: json, place.document, as: .pathItem)
        default: visitFields(of: json, at: place, kind)
        }
    }

    private mutating func visitFields(of json: JSON, at place: Place, _ kind: DescriptionObject) {
        for field in kind.fields {
            guard let value = json[field.name] else { continue }
            switch field.shape {
            case .one: push(field.kind, Place(document: place.document, index: value.index))
            case .list:
                for element in value.elements {
                    push(field.kind, Place(document: place.document, index: element.index))
                }
            case .map: pushMembers(of: value, place.document, as: field.kind)
            }
        }
        guard kind == .parameter || kind == .header, json["type"] != nil, json["schema"] == nil else { return }
        // Swagger 2.0: the object is a schema itself.
        push(.schema, place)
    }

    private mutating func pushMembers(of json: JSON, _ document: Int, as kind: DescriptionObject) {
        for (key, value) in json.members where !key.utf8.starts(with: "x-".utf8) {
            push(kind, Place(document: document, index: value.index))
        }
    }

    private mutating func visitKeywords(of schema: JSON, at place: Place) {
        for (key, value) in schema.members {
            if key == "discriminator" { followDiscriminator(value, of: place) }
            guard let role = SchemaKeywords.roles[key] else { continue }
            if role.isListed { schemasByKeyword[key, default: []].append(place) }
            if let shape = role.shape { pushSubschemas(value, shape, place.document) }
        }
    }

    private mutating func pushSubschemas(_ value: JSON, _ shape: SubschemaKeywords.Shape, _ document: Int) {
        func place(_ json: JSON) -> Place { Place(document: document, index: json.index) }
        switch shape {
        case .one: push(.schema, place(value))
        case .map: for (_, schema) in value.members { push(.schema, place(schema)) }
        case .oneOrList where value.kind != .array: push(.schema, place(value))
        case .list, .oneOrList: for schema in value.elements { push(.schema, place(schema)) }
        }
    }

    /// A discriminator names schemas: in its mapping, and without one whatever extends the schema.
    private mutating func followDiscriminator(_ discriminator: JSON, of schema: Place) {
        var bases = [schema]
        while let base = bases.popLast() {
            for heir in heirs.removeValue(forKey: base) ?? [] {
                push(.schema, heir)
                bases.append(heir)
            }
        }
        for (_, value) in discriminator["mapping"]?.members.map({ ($0, $1) }) ?? [] {
            guard let text = value.string else { continue }
            if let place = schemaNames[text] {
                push(.schema, place)
            } else {
                follow(text, in: schema.document, as: .schema)
            }
        }
    }
}

extension SurveyWalk {
    private static func components(of document: OpenAPIDocument) -> [DescriptionSurvey.Component] {
        let root = document.sources[0].root
        let isSwagger = document.version.family == .v20
        guard let owner = isSwagger ? root : root["components"] else { return [] }
        return (isSwagger ? ComponentSection.swagger : ComponentSection.openAPI).flatMap { section in
            (owner[section.name]?.members.map { ($0, $1) } ?? []).filter { !$0.0.utf8.starts(with: "x-".utf8) }
                .map { name, value in
                    DescriptionSurvey.Component(
                        section: section, name: name, place: Place(document: 0, index: value.index))
                }
        }
    }

    private static func heirs(
        _ schemas: [DescriptionSurvey.Component], in document: OpenAPIDocument
    ) -> [Place: [Place]] {
        var heirs: [Place: [Place]] = [:]
        for schema in schemas {
            for part in document.json(at: schema.place)["allOf"]?.elements.map({ $0 }) ?? [] {
                guard let reference = part["$ref"]?.string, let base = document.target(of: reference, in: 0) else {
                    continue
                }
                heirs[base, default: []].append(schema.place)
            }
        }
        return heirs
    }
}

extension OpenAPIDocument {
    /// One step; nil when it leads nowhere.
    func target(of reference: String, in document: Int) -> Place? {
        references.target(of: reference, in: document, sources)
    }
}

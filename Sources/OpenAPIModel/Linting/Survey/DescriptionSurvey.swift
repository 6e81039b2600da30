import JSONCore

/// What a description consists of, by kind; each object once, wherever references lead to it.
struct DescriptionSurvey {
    struct Component {
        let section: ComponentSection
        let name: String
        let place: Place
    }

    let document: OpenAPIDocument
    let marks: IgnoreMarks
    /// Components that no operation, webhook or callback reaches.
    let unusedComponents: [Component]
    private let objects: [[Place]]
    private let schemasByKeyword: [String: [Place]]

    /// Linear in the description.
    init(_ document: OpenAPIDocument) {
        self.document = document
        marks = IgnoreMarks(document)
        var walk = SurveyWalk(document)
        walk.followPaths()
        unusedComponents = walk.components.filter { !walk.hasReached($0.place) }
        for component in unusedComponents { walk.follow(component.place, as: component.section.kind) }
        objects = walk.objects
        schemasByKeyword = walk.schemasByKeyword
    }

    func places(of kind: DescriptionObject) -> [Place] { objects[kind.rawValue] }

    /// Only for the keywords that `SchemaKeywords` lists.
    func schemas(with keyword: String) -> [Place] { schemasByKeyword[keyword] ?? [] }

    func json(at place: Place) -> JSON { document.json(at: place) }

    func place(of json: JSON, in document: Int) -> Place { Place(document: document, index: json.index) }

    /// Whether anything is offered: a description of nothing but components is a library for others.
    var hasOperations: Bool { !document.operations.isEmpty || !document.webhooks.isEmpty }
}

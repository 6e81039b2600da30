/// A place for what references use.
struct ComponentSection {
    /// Within `components`, or, in Swagger 2.0, the root.
    let name: String
    let kind: DescriptionObject
    /// What a message calls one of it.
    let noun: String

    static let openAPI = [
        ComponentSection(name: "schemas", kind: .schema, noun: "schema"),
        ComponentSection(name: "responses", kind: .response, noun: "response"),
        ComponentSection(name: "parameters", kind: .parameter, noun: "parameter"),
        ComponentSection(name: "examples", kind: .example, noun: "example"),
        ComponentSection(name: "requestBodies", kind: .requestBody, noun: "request body"),
        ComponentSection(name: "headers", kind: .header, noun: "header"),
        ComponentSection(name: "links", kind: .link, noun: "link"),
        ComponentSection(name: "callbacks", kind: .callback, noun: "callback"),
        ComponentSection(name: "pathItems", kind: .pathItem, noun: "path item"),
        ComponentSection(name: "mediaTypes", kind: .mediaType, noun: "media type"),
    ]

    static let swagger = [
        ComponentSection(name: "definitions", kind: .schema, noun: "schema"),
        ComponentSection(name: "parameters", kind: .parameter, noun: "parameter"),
        ComponentSection(name: "responses", kind: .response, noun: "response"),
    ]
}

import JSONCore
import JSONSchema
import OpenAPIModel

/// What a description says of a value that it sends to a node.
struct SentValue: Sendable {
    /// Whether the value is there.
    enum Presence: Sendable, Hashable {
        case always, sometimes
        /// Nothing forbids it, and nothing tells of it.
        case undeclared
        case never
    }

    struct Member: Sendable {
        let name: String
        let value: SentValue
        let presence: Presence
    }

    /// Of the value that parameters and body are put together to. Nil for one that schemas describe.
    var members: [Member]?
    /// None where nothing is known.
    var schemas: [Place] = []
    /// Where it is declared.
    var place: Place?

    static let unknown = SentValue()

    init() {}

    init(members: [Member]) { self.members = members }

    init(schemas: [Place], at place: Place? = nil) {
        self.schemas = schemas
        self.place = place ?? schemas.first
    }
}

/// Reads what schemas say of the values that are sent. What it cannot tell it calls unknown.
struct SentValueReader {
    let shapes: SchemaShapes
    let policy: Policy

    private var document: OpenAPIDocument { shapes.document }

    /// Nil when nothing is known. Of several schemas it is not known whether all hold or one: together they say little.
    func kinds(of value: SentValue) -> JSONKind? {
        if value.members != nil { return .object }
        let kinds = value.schemas.map { shapes.shape(of: $0).kinds }
        guard !kinds.isEmpty, !kinds.contains(nil) else { return nil }
        return kinds.reduce(into: JSONKind()) { $0.formUnion($1 ?? []) }
    }

    func member(_ name: String, of value: SentValue) -> (value: SentValue, presence: SentValue.Presence) {
        if let members = value.members {
            let member = members.first { $0.name.utf8.elementsEqual(name.utf8) }
            return member.map { ($0.value, $0.presence) } ?? (.unknown, .never)
        }
        guard !value.schemas.isEmpty else { return (.unknown, .always) }
        let shapes = value.schemas.map { self.shapes.shape(of: $0) }
        let own = shapes.flatMap { shape in
            shape.properties.first { $0.name.utf8.elementsEqual(name.utf8) }?.places ?? []
        }
        let presence = either(value.schemas.map { self.presence(of: name, at: $0) })
        return (SentValue(schemas: own.isEmpty ? shapes.flatMap(\.additional) : own), presence)
    }

    func element(_ index: Int, of value: SentValue) -> SentValue {
        let shapes = value.schemas.map { self.shapes.shape(of: $0) }
        return SentValue(
            schemas: shapes.flatMap { $0.prefixItems.indices.contains(index) ? $0.prefixItems[index] : $0.items })
    }

    /// Of the members that are described.
    func names(of value: SentValue) -> [String] {
        value.members?.map(\.name) ?? value.schemas.flatMap { shapes.shape(of: $0).properties.map(\.name) }
    }

    /// The only texts that the value may be; empty when it may be others.
    func words(of value: SentValue) -> [String] {
        value.schemas.count == 1 ? words(at: value.schemas[0], depth: 0) : []
    }

    private func words(at place: Place, depth: Int) -> [String] {
        guard depth < Self.maximumDepth else { return [] }
        let schema = document.json(at: place)
        if let words = schema["enum"]?.elements.compactMap(\.string), !words.isEmpty { return words }
        if let word = schema["const"]?.string { return [word] }
        if schema["$ref"] != nil, let target = document.resolve(place), target != place {
            return words(at: target, depth: depth + 1)
        }
        for part in parts("allOf", of: schema, place) {
            let words = words(at: part, depth: depth + 1)
            if !words.isEmpty { return words }
        }
        return []
    }

    /// Texts that the value may be, as far as they can be made up; at least one.
    func texts(of value: SentValue) -> [String] {
        let words = words(of: value)
        guard words.isEmpty else { return words }
        return value.schemas.flatMap { texts(at: $0, depth: 0) } + ["text", "1"]
    }

    private func texts(at place: Place, depth: Int) -> [String] {
        let schema = document.json(at: place)
        let given = [schema["default"], schema["example"]] + (schema["examples"]?.elements.map { $0 } ?? [])
        let formatted = schema["format"]?.string.flatMap { Format.named($0)?.example }
        let own = given.compactMap { $0?.string } + (formatted.map { [$0] } ?? [])
        guard depth < Self.maximumDepth, schema["$ref"] != nil, let target = document.resolve(place), target != place
        else { return own }
        return own + texts(at: target, depth: depth + 1)
    }

    private static let maximumDepth = 32
}

extension SentValueReader {
    private func presence(of name: String, at place: Place, depth: Int = 0) -> SentValue.Presence {
        guard depth < Self.maximumDepth else { return .undeclared }
        let schema = document.json(at: place)
        guard schema.kind == .object else { return .undeclared }
        var all: [SentValue.Presence] = []
        if schema["$ref"] != nil, let target = document.resolve(place), target != place {
            all.append(presence(of: name, at: target, depth: depth + 1))
            // Beside `$ref` nothing counts before OpenAPI 3.1.
            if document.version.family < .v31 { return both(all) }
        }
        all.append(ownPresence(of: name, in: schema, place))
        all += parts("allOf", of: schema, place).map { presence(of: name, at: $0, depth: depth + 1) }
        for keyword in ["oneOf", "anyOf"] {
            let branches = parts(keyword, of: schema, place).map { presence(of: name, at: $0, depth: depth + 1) }
            if !branches.isEmpty { all.append(either(branches)) }
        }
        return both(all)
    }

    private func ownPresence(of name: String, in schema: JSON, _ place: Place) -> SentValue.Presence {
        let property = schema["properties"]?[name]
        if property?.bool == false { return .never }
        if let property, isAnswerOnly(property, in: place.document) {
            return policy.wrongWay == .refuse ? .never : .sometimes
        }
        if schema["required"]?.elements.contains(where: { $0.string == name }) == true { return .always }
        if property != nil { return .sometimes }
        let isClosed = schema["additionalProperties"]?.bool == false && schema["patternProperties"] == nil
        return isClosed ? .never : .undeclared
    }

    /// A `readOnly` property is not required of requests in OpenAPI 3.0, and nowhere where it is refused.
    private func isAnswerOnly(_ property: JSON, in source: Int) -> Bool {
        guard document.version.family == .v30 || policy.wrongWay == .refuse else { return false }
        if property["readOnly"]?.bool == true { return true }
        guard property["$ref"] != nil else { return false }
        let target = document.resolve(Place(document: source, index: property.index))
        return target.map { document.json(at: $0)["readOnly"]?.bool == true } ?? false
    }

    private func parts(_ keyword: String, of schema: JSON, _ place: Place) -> [Place] {
        schema[keyword]?.elements.map { Place(document: place.document, index: $0.index) } ?? []
    }

    private func both(_ all: [SentValue.Presence]) -> SentValue.Presence {
        for presence in [SentValue.Presence.never, .always, .sometimes] where all.contains(presence) { return presence }
        return .undeclared
    }

    private func either(_ all: [SentValue.Presence]) -> SentValue.Presence {
        if let first = all.first, all.allSatisfy({ $0 == first }) { return first }
        return all.contains(.always) || all.contains(.sometimes) ? .sometimes : .undeclared
    }
}

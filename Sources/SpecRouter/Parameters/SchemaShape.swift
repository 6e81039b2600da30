import JSONCore
import JSONSchema
import OpenAPIModel

/// What a schema says of types at one instance location, with its branches folded in.
struct SchemaShape {
    /// Nil when nothing is said.
    var kinds: JSONKind?
    var items: [Place] = []
    var prefixItems: [[Place]] = []
    var properties: [(name: String, places: [Place])] = []
    var additional: [Place] = []
    var invitesMembers = false

    /// Without `type`: an object where properties are described, an array where elements are.
    var impliedKinds: JSONKind {
        if !properties.isEmpty || !additional.isEmpty { return .object }
        return items.isEmpty && prefixItems.isEmpty ? [] : .array
    }

    /// Both hold (`allOf`, `$ref` beside other keywords).
    mutating func narrow(by other: SchemaShape) {
        if let kinds, let others = other.kinds {
            self.kinds = kinds.intersection(others)
        } else {
            kinds = kinds ?? other.kinds
        }
        merge(other)
    }

    /// Either holds (`oneOf`, `anyOf`). A branch that says nothing of types adds nothing: a text that becomes one of
    /// the types of another branch is welcome to it as well.
    mutating func widen(by other: SchemaShape) {
        if let others = other.kinds ?? (other.impliedKinds.isEmpty ? nil : other.impliedKinds) {
            kinds = (kinds ?? []).union(others)
        }
        merge(other)
    }

    private mutating func merge(_ other: SchemaShape) {
        items += other.items
        additional += other.additional
        invitesMembers = invitesMembers || other.invitesMembers
        for (index, places) in other.prefixItems.enumerated() {
            if index < prefixItems.count { prefixItems[index] += places } else { prefixItems.append(places) }
        }
        if properties.isEmpty {
            properties = other.properties
        } else {
            for property in other.properties { add(property.name, property.places) }
        }
    }

    private mutating func add(_ name: String, _ places: [Place]) {
        if let index = properties.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
            properties[index].places += places
        } else {
            properties.append((name, places))
        }
    }
}

/// Reads the shapes of a document's schemas, each once.
///
/// A class, because all operations of a description share what was read.
final class SchemaShapes {
    let document: OpenAPIDocument
    private var known: [Place: SchemaShape] = [:]
    private var visiting: Set<Place> = []

    init(_ document: OpenAPIDocument) {
        self.document = document
    }

    /// Of an instance location that several schemas describe.
    func shape(of places: [Place]) -> SchemaShape {
        if places.count == 1 { return shape(of: places[0]) }
        return places.reduce(into: SchemaShape()) { $0.widen(by: shape(of: $1)) }
    }

    /// A schema that contains itself at the same instance location says nothing more there.
    func shape(of place: Place) -> SchemaShape {
        if let shape = known[place] { return shape }
        guard visiting.count < Self.maximumDepth, visiting.insert(place).inserted else { return SchemaShape() }
        let shape = read(place)
        visiting.remove(place)
        known[place] = shape
        return shape
    }

    private static let maximumDepth = 200

    private func read(_ place: Place) -> SchemaShape {
        let schema = document.json(at: place)
        guard schema.kind == .object else { return SchemaShape() }
        if schema["$ref"] != nil {
            let target =
                document.resolve(place).map { $0 == place ? SchemaShape() : self.shape(of: $0) } ?? SchemaShape()
            // Beside `$ref` nothing counts before OpenAPI 3.1.
            guard document.version.family >= .v31 else { return target }
            var shape = own(schema, place.document)
            shape.narrow(by: target)
            return shape
        }
        return own(schema, place.document)
    }

    private func own(_ schema: JSON, _ document: Int) -> SchemaShape {
        func place(_ json: JSON) -> Place { Place(document: document, index: json.index) }
        var shape = SchemaShape()
        shape.kinds = Self.kinds(of: schema)
        if let items = schema["items"] { shape.items = items.kind == .array ? [] : [place(items)] }
        let prefix = schema["prefixItems"] ?? schema["items"].flatMap { $0.kind == .array ? $0 : nil }
        shape.prefixItems = prefix?.elements.map { [place($0)] } ?? []
        // A description with two properties of one name was refused.
        shape.properties = schema["properties"]?.members.map { ($0, [place($1)]) } ?? []
        if let additional = schema["additionalProperties"] {
            shape.additional = additional.kind == .object ? [place(additional)] : []
            shape.invitesMembers = additional.bool ?? true
        }
        for branch in schema["allOf"]?.elements.map(place) ?? [] { shape.narrow(by: self.shape(of: branch)) }
        for keyword in ["oneOf", "anyOf"] {
            guard let branches = schema[keyword]?.elements.map(place), !branches.isEmpty else { continue }
            var either = SchemaShape()
            for branch in branches { either.widen(by: self.shape(of: branch)) }
            shape.narrow(by: either)
        }
        return shape
    }

    /// By `type` (and `nullable`), else by the values of `enum` or `const`; nil when nothing is said.
    private static func kinds(of schema: JSON) -> JSONKind? {
        if let type = schema["type"] {
            let names = type.kind == .array ? type.elements.map { $0 } : [type]
            let isNullable = schema["nullable"]?.bool == true
            return names.reduce(into: isNullable ? .null : []) { kinds, name in
                // A name that is none means nothing.
                kinds.formUnion(name.string.flatMap { JSONKind(schemaType: $0) } ?? [])
            }
        }
        let values = schema["const"].map { [$0] } ?? schema["enum"]?.elements.map { $0 } ?? []
        return values.isEmpty ? nil : values.reduce(into: []) { $0.formUnion($1.kind) }
    }
}

import JSONCore
import OpenAPIModel

/// Makes the plans for the parameters of one operation.
struct ParameterPlanner {
    private let shapes: SchemaShapes
    private var coercion: CoercionCompiler
    private(set) var plans: [ParameterPlan] = []

    private var document: OpenAPIDocument { shapes.document }

    init(_ shapes: SchemaShapes) {
        self.shapes = shapes
        coercion = CoercionCompiler(shapes)
    }

    /// OpenAPI 3.2, section 4.12.1: definitions of these headers are ignored.
    private static let reservedHeaders: Set<String> = ["accept", "content-type", "authorization"]

    mutating func add(_ parameter: Parameter) {
        if case .header = parameter.placement, Self.reservedHeaders.contains(parameter.name.asciiLowercased) { return }
        let schema = parameter.value.schema
        plans.append(
            ParameterPlan(
                name: parameter.name, placement: parameter.placement, isRequired: parameter.isRequired,
                allowEmptyValue: parameter.allowEmptyValue, schemaPlace: schema, place: parameter.place,
                defaultValue: schema.flatMap { defaultValue(of: $0, depth: 0) },
                form: ParameterForm(parameter, shapes),
                node: schema.map { coercion.node(for: $0) } ?? CoercionPlan.untyped))
    }

    consuming func finish() -> CoercionPlan { coercion.finish() }

    /// Of the schema itself, of what it refers to and of what it is all of; never of a branch.
    private func defaultValue(of place: Place, depth: Int) -> JSON? {
        guard depth < 32 else { return nil }
        let schema = document.json(at: place)
        if let value = schema["default"] { return value }
        if schema["$ref"] != nil {
            return document.resolve(place).flatMap { $0 == place ? nil : defaultValue(of: $0, depth: depth + 1) }
        }
        for branch in schema["allOf"]?.elements.map({ $0 }) ?? [] {
            let value = defaultValue(of: Place(document: place.document, index: branch.index), depth: depth + 1)
            if let value { return value }
        }
        return nil
    }
}

extension ParameterValue {
    var schema: Place? {
        switch self {
        case .schema(let place): place
        case .content(_, let place): place
        case .untyped: nil
        }
    }
}

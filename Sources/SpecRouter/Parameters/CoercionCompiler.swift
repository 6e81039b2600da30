import JSONCore
import OpenAPIModel

/// Makes a ``CoercionPlan`` of schemas, following `$ref`, `allOf`, `oneOf` and `anyOf`.
///
/// One instance location may be described by many schemas: a node stands for a set of them.
struct CoercionCompiler {
    private let shapes: SchemaShapes
    private var nodes = [CoercionPlan.Draft()]
    /// Of those that stand for one schema, and for several.
    private var single: [Place: Int] = [:]
    private var several: [[Place]: Int] = [:]
    private var open: [(node: Int, places: [Place])] = []

    /// Beyond this many, further schemas count as untyped.
    private static let maximumNodes = 20_000

    init(_ shapes: SchemaShapes) {
        self.shapes = shapes
    }

    /// The node for a schema; what it reaches is added too.
    mutating func node(for schema: Place) -> Int {
        let number = number(for: [schema])
        while let (node, places) = open.popLast() { fill(node, places) }
        return number
    }

    consuming func finish() -> CoercionPlan { CoercionPlan(nodes: nodes) }

    private mutating func number(for places: [Place]) -> Int {
        guard let first = places.first else { return CoercionPlan.untyped }
        guard places.count > 1 else { return open([first], known: single[first]) { $0.single[first] = $1 } }
        let places = Array(Set(places)).sorted { ($0.document, $0.index) < ($1.document, $1.index) }
        guard places.count > 1 else { return number(for: [first]) }
        return open(places, known: several[places]) { $0.several[places] = $1 }
    }

    private mutating func open(
        _ places: [Place], known: Int?, _ remember: (inout CoercionCompiler, Int) -> Void
    ) -> Int {
        if let known { return known }
        guard nodes.count < Self.maximumNodes else { return CoercionPlan.untyped }
        let number = nodes.count
        remember(&self, number)
        nodes.append(CoercionPlan.Draft())
        open.append((number, places))
        return number
    }

    private mutating func fill(_ number: Int, _ places: [Place]) {
        let shape = shapes.shape(of: places)
        var node = CoercionPlan.Draft()
        node.kinds = shape.kinds ?? shape.impliedKinds
        node.items = self.number(for: shape.items)
        node.prefixItems = shape.prefixItems.map { self.number(for: $0) }
        node.properties = shape.properties.map { (Array($0.utf8), self.number(for: $1)) }
        node.additional = self.number(for: shape.additional)
        node.invitesMembers = shape.invitesMembers || !shape.additional.isEmpty
        nodes[number] = node
    }
}

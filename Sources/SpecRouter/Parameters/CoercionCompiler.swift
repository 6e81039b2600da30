import JSONCore
import OpenAPIModel

/// Makes a ``CoercionPlan`` of schemas, following `$ref`, `allOf`, `oneOf` and `anyOf`.
///
/// One instance location may be described by many schemas: a node stands for a set of them.
struct CoercionCompiler {
    private var shapes: SchemaShapes
    private var nodes = [CoercionPlan.Node()]
    private var numbers: [[Place]: Int] = [[]: CoercionPlan.untyped]
    private var open: [(node: Int, places: [Place])] = []

    /// Beyond this many, further schemas count as untyped.
    private static let maximumNodes = 20_000

    init(_ document: OpenAPIDocument) {
        shapes = SchemaShapes(document)
    }

    /// The node for a schema; what it reaches is added too.
    mutating func node(for schema: Place) -> Int {
        let number = number(for: [schema])
        while let (node, places) = open.popLast() { fill(node, places) }
        return number
    }

    consuming func finish() -> CoercionPlan { CoercionPlan(nodes: nodes) }

    private mutating func number(for places: [Place]) -> Int {
        let places = Array(Set(places)).sorted { ($0.document, $0.index) < ($1.document, $1.index) }
        if let number = numbers[places] { return number }
        guard nodes.count < Self.maximumNodes else { return CoercionPlan.untyped }
        let number = nodes.count
        numbers[places] = number
        nodes.append(CoercionPlan.Node())
        open.append((number, places))
        return number
    }

    private mutating func fill(_ number: Int, _ places: [Place]) {
        var shape = SchemaShape()
        for place in places { shape.widen(by: shapes.shape(of: place)) }
        var node = CoercionPlan.Node()
        node.kinds = shape.kinds ?? shape.impliedKinds
        node.items = self.number(for: shape.items)
        node.prefixItems = shape.prefixItems.map { self.number(for: $0) }
        node.properties = shape.properties.map { (Array($0.utf8), self.number(for: $1)) }
        node.additional = self.number(for: shape.additional)
        node.invitesMembers = shape.invitesMembers || !shape.additional.isEmpty
        nodes[number] = node
    }
}

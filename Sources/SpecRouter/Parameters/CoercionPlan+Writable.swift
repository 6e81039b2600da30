import JSONCore
import OpenAPIModel

extension CoercionPlan {
    /// Whether the parameter's style can write everything that its schema describes: all but deepObject and JSON carry
    /// one level of scalars, exploded objects also arrays of scalars.
    func canWrite(_ parameter: ParameterPlan) -> Bool {
        switch parameter.form {
        case .content, .query, .pairs(.content), .pairs(.deepObject), .pairs(.byContentType): true
        case .pairs(.exploded): hasScalars(self[parameter.node], propertiesMayBeArrays: .allowed)
        case .delimited, .label, .matrix, .pairs(.delimited):
            hasScalars(self[parameter.node], propertiesMayBeArrays: .refused)
        }
    }

    /// Whether the schema is of an array whose elements are all arrays or objects.
    func needsNesting(_ node: Int) -> Bool {
        let node = self[node]
        return node.isArray && !node.isObject && !isScalar(self[node.items])
    }

    private enum Arrays { case allowed, refused }

    private func hasScalars(_ node: Node, propertiesMayBeArrays arrays: Arrays) -> Bool {
        let elements = node.isArray ? node.prefixItems + [node.items] : []
        let members = node.isObject ? node.properties.map(\.node) + [node.additional] : []
        return elements.allSatisfy { isScalar(self[$0]) }
            && members.allSatisfy { isScalar(self[$0]) || arrays == .allowed && isScalars(self[$0]) }
    }

    private func isScalar(_ node: Node) -> Bool { node.kinds.isEmpty || !node.scalars.isEmpty }

    private func isScalars(_ node: Node) -> Bool { node.isArray && isScalar(self[node.items]) }
}

import JSONCore
import JSONSchema

/// How a multipart body becomes one JSON value and files: decided at load.
///
/// A class: requests in flight share it by one reference.
final class MultipartPlan: Sendable {
    enum Layout: Sendable {
        /// An object: parts are members by their names (RFC 7578).
        case named([[UInt8]: PartPlan], others: PartPlan)
        /// An array: parts are elements in their order (OpenAPI 3.2, section 4.14.5).
        case positional(prefix: [PartPlan], rest: PartPlan)
    }

    let layout: Layout
    let coercion: CoercionPlan
    /// Of each element of an array that no other schema describes (OpenAPI 3.2).
    let itemSchema: CompiledSchema?

    init(layout: Layout, coercion: CoercionPlan, itemSchema: CompiledSchema?) {
        self.layout = layout
        self.coercion = coercion
        self.itemSchema = itemSchema
    }

    /// - Parameter position: among the body's parts, from 0.
    func part(named name: String, at position: Int) -> PartPlan {
        switch layout {
        case .named(let members, let others):
            let octets = Array(name.utf8)
            if let plan = members[octets] { return plan }
            // The name before the bracket of a deepObject.
            guard let bracket = octets.firstIndex(of: UInt8(ascii: "[")),
                let plan = members[Array(octets[..<bracket])], case .deepObject = plan.form
            else { return others }
            return plan
        case .positional(let prefix, let rest): return position < prefix.count ? prefix[position] : rest
        }
    }

    var isNamed: Bool { if case .named = layout { true } else { false } }
}

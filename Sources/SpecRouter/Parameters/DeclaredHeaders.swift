import JSONCore
import JSONSchema
import OpenAPIModel

/// The header fields that an answer, or a part of a body, declares: decoded as header parameters are, and the schemas that
/// they have to meet. Others than those that are declared are nobody's business.
struct DeclaredHeaders: Sendable {
    private let decoder: ParameterDecoder
    /// Of the decoder's parameters.
    private let schemas: [CompiledSchema?]

    /// What is wrong, and the name that the description has for the header.
    struct Finding {
        enum Fault {
            case unreadable(ParameterFault)
            case broken(Violation)
        }

        let name: String
        /// Where the header is declared.
        let place: Place
        let fault: Fault
    }

    init(
        _ headers: [(name: String, header: Header)], _ shapes: SchemaShapes, schema: (Place) -> CompiledSchema?
    ) {
        // A header that "simple" cannot write is checked as the text that it is.
        var diagnostics: [Diagnostic] = []
        decoder = ParameterDecoder(
            parameters: headers.map { $0.header.parameter(named: $0.name) }, template: "", shapes: shapes,
            diagnostics: &diagnostics)
        schemas = decoder.parameters.map { $0.schemaPlace.flatMap(schema) }
    }

    var isEmpty: Bool { schemas.isEmpty }

    /// - Parameter limit: of each header's violations.
    func findings(in fields: [HeaderField], atMost limit: Int) -> [Finding] {
        let nothing: [UInt8] = []
        let (values, decoded) = decoder.decode(
            hit: RouteHit(), path: nothing.span, query: nothing.span, fields: fields)
        var findings = decoded.faults.compactMap { fault in
            fault.parameter.map { finding(of: $0, .unreadable(fault)) }
        }
        for (parameter, index) in decoded.values {
            let value = JSON(tape: values.tape, index: index)
            guard let schema = schemas[parameter], !schema.isValid(value) else { continue }
            findings += schema.violations(in: value, atMost: limit).map { finding(of: parameter, .broken($0)) }
        }
        return findings
    }

    private func finding(of parameter: Int, _ fault: Finding.Fault) -> Finding {
        let plan = decoder.parameters[parameter]
        return Finding(name: plan.name, place: plan.place, fault: fault)
    }
}

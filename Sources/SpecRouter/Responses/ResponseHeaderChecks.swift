import HTTPTypes
import JSONCore
import JSONSchema
import OpenAPIModel

/// The headers that an answer declares: decoded as header parameters are, and the schemas that they have to meet.
struct ResponseHeaderChecks: Sendable {
    private let decoder: ParameterDecoder
    /// Of the decoder's parameters.
    private let schemas: [CompiledSchema?]

    init(_ headers: [(name: String, header: Header)], _ shapes: SchemaShapes, schema: (Place) -> CompiledSchema?) {
        // A header that "simple" cannot write is checked as the text that it is.
        var diagnostics: [Diagnostic] = []
        let decoder = ParameterDecoder(
            parameters: headers.map { $0.header.parameter(named: $0.name) }, template: "", shapes: shapes,
            diagnostics: &diagnostics)
        self.decoder = decoder
        schemas = decoder.parameters.map { $0.schemaPlace.flatMap(schema) }
    }

    /// What is wrong with the headers of an answer. Others than those that are declared are nobody's business.
    func faults(
        of response: NodeResponse, _ check: Policy.Check, _ limits: Limits, _ place: DescribedPlace
    ) -> [ResponseFault] {
        guard !schemas.isEmpty else { return [] }
        var tape = TapeBuilder()
        let decoded = decode(response, into: &tape)
        let values = tape.finish().tape
        var messages = decoded.faults.map { fault in
            fault.kind == .missing
                ? "The header \"\(fault.name)\" is required by \(place.reference) and missing."
                : "The header \"\(fault.name)\"\(Self.at(fault.pointer)) \(fault.message)."
        }
        for (parameter, index) in decoded.values {
            let value = JSON(tape: values, index: index)
            guard let schema = schemas[parameter], !schema.isValid(value) else { continue }
            let name = decoder.parameters[parameter].name
            messages += schema.violations(in: value, atMost: limits.violations).map { violation in
                "The header \"\(name)\"\(Self.at(violation.instance.description)) \(violation.message) (\(violation.schema))."
            }
        }
        return messages.prefix(limits.violations).map { ResponseFault(check: check, message: $0) }
    }

    private func decode(_ response: NodeResponse, into tape: inout TapeBuilder) -> DecodedParameters {
        let none: [UInt8] = []
        var fields: [HeaderField] = []
        for field in response.headerFields {
            // Never a list, and yet given more than once (RFC 9110, section 5.3).
            if field.name == .setCookie, fields.contains(where: { $0.name.equalsASCIIFolded("set-cookie") }) {
                continue
            }
            fields.append((field.name.rawName, field.value))
        }
        let hit = RouteHit(operation: 0, alternatives: [], captures: RouteCaptures())
        return decoder.decode(hit: hit, path: none.span, query: none.span, fields: fields, into: &tape)
    }

    private static func at(_ pointer: String) -> String { pointer.isEmpty ? "" : " at \"\(pointer)\"" }
}

import JSONCore
import JSONSchema
import OpenAPIModel

/// The header fields that an encoding declares for a part: decoded as headers of a request are, and checked.
struct PartHeaderChecks: Sendable {
    private let decoder: ParameterDecoder
    /// What each of the decoder's parameters has to meet.
    private let schemas: [CompiledSchema?]
    private let places: [String]

    init(
        _ headers: [(name: String, header: Header)], _ shapes: SchemaShapes,
        _ schema: (Place) -> CompiledSchema?, _ places: DescriptionPlaces
    ) {
        // A header that "simple" cannot write is checked as the text that it is.
        var diagnostics: [Diagnostic] = []
        decoder = ParameterDecoder(
            parameters: headers.map { $0.header.parameter(named: $0.name) }, template: "", shapes: shapes,
            diagnostics: &diagnostics)
        schemas = decoder.parameters.map { $0.schemaPlace.flatMap(schema) }
        self.places = decoder.parameters.map { places[$0.place].reference }
    }

    /// What is wrong with the fields of the part at `pointer`.
    func violations(in fields: [HeaderField], at pointer: JSONPointer) -> [RequestViolation] {
        guard !schemas.isEmpty else { return [] }
        var tape = TapeBuilder()
        let hit = RouteHit(operation: 0, alternatives: [], captures: RouteCaptures())
        let nothing: [UInt8] = []
        let decoded = decoder.decode(
            hit: hit, path: nothing.span, query: nothing.span, fields: fields, into: &tape)
        let values = tape.finish()
        var violations = decoded.faults.map { fault in
            violation(fault.name, fault.keyword, fault.message, fault.parameter.map { places[$0] }, pointer)
        }
        for (parameter, index) in decoded.values {
            let value = JSON(tape: values.tape, index: index)
            guard let schema = schemas[parameter], !schema.isValid(value) else { continue }
            violations += schema.violations(in: value, atMost: 1).map {
                violation(decoder.parameters[parameter].name, $0.keyword, $0.message, places[parameter], pointer)
            }
        }
        return violations
    }

    private func violation(
        _ name: String, _ keyword: String, _ message: String, _ place: String?, _ pointer: JSONPointer
    ) -> RequestViolation {
        RequestViolation(
            in: .body, pointer: pointer.description, keyword: keyword,
            message: "has a header of the part that is wrong: \"\(name)\" \(message)", schema: place)
    }
}

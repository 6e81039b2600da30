import JSONCore
import JSONSchema
import OpenAPIModel
import Testing

@testable import SpecRouter

/// The list of violations goes by location, and nothing that the decoder tells is left out.
@Suite("The order of parameters' violations")
struct ParameterOrderTests {
    private static let locations: [ParameterLocation] = [.path, .query, .header, .cookie]

    @Test("does not decide which of them are checked", arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]])
    func order(of positions: [Int]) throws {
        var decoded = DecodedParameters()
        decoded.faults = positions.map(Self.fault)
        decoded.values = positions.map { ($0, 0) }
        let found = try findings(decoded)
        #expect(Set(found) == Set(Self.locations.flatMap { ["\($0) syntax", "\($0) type"] }))
        if positions == positions.sorted() {
            #expect(found == Self.locations.flatMap { ["\($0) syntax", "\($0) type"] })
        }
    }

    private static func fault(_ position: Int) -> ParameterFault {
        ParameterFault(
            parameter: position, location: locations[position], name: "p\(position)", pointer: "",
            kind: .malformedStyle, message: "is odd")
    }

    /// Of four parameters, one of each location, whose values are all the number 1 and should be text.
    private func findings(_ decoded: DecodedParameters) throws -> [String] {
        var nodes = NodeRegistry()
        for id in ["pets.list", "pets.create", "pets.get"] { nodes.register(id, .echo) }
        let api = try PetstoreAPI.compile(nodes: nodes, security: .acceptAny)
        let operation = try #require(api.operations.first)
        let schema = try CompiledSchema(JSON(parsing: #"{"type": "string"}"#))
        let place = operation.places[Place(document: 0, index: 0)]
        let rules = Self.locations.enumerated().map { index, location in
            ParameterChecks.Rule(
                name: "p\(index)", location: RequestViolation.Location(location), schema: schema, place: place)
        }
        let checks = ParameterChecks(decoder: .none, rules: rules, unknownQuery: .ignore)
        var findings = RequestFindings(limit: 20, operation: operation)
        let nothing: [UInt8] = []
        checks.list(decoded, try JSON(parsing: "1"), query: nothing.span, &findings)
        return findings.violations.map { "\($0.location) \($0.keyword)" }
    }
}

import JSONCore
import JSONSchema
import OpenAPIModel

/// The header fields that an encoding declares for a part.
struct PartHeaderChecks: Sendable {
    private let headers: DeclaredHeaders
    private let places: DescriptionPlaces

    init(
        _ headers: [(name: String, header: Header)], _ shapes: SchemaShapes,
        _ schema: (Place) -> CompiledSchema?, _ places: DescriptionPlaces
    ) {
        self.headers = DeclaredHeaders(headers, shapes, schema: schema)
        self.places = places
    }

    /// What is wrong with the fields of the part at `pointer`.
    func violations(in fields: [HeaderField], at pointer: JSONPointer) -> [RequestViolation] {
        guard !headers.isEmpty else { return [] }
        return headers.findings(in: fields, atMost: 1).map { finding in
            let (keyword, message) =
                switch finding.fault {
                case .unreadable(let fault): (fault.keyword, fault.message)
                case .broken(let violation): (violation.keyword, violation.message)
                }
            return RequestViolation(
                in: .body, pointer: pointer.description, keyword: keyword,
                message: "has a header of the part that is wrong: \"\(finding.name)\" \(message)",
                schema: places[finding.place].reference)
        }
    }
}

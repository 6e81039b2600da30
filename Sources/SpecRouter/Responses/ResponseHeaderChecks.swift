import HTTPTypes
import JSONCore
import JSONSchema
import OpenAPIModel

/// The headers that an answer declares.
struct ResponseHeaderChecks: Sendable {
    private let headers: DeclaredHeaders
    /// As the description writes them.
    let names: [String]

    init(_ headers: [(name: String, header: Header)], _ shapes: SchemaShapes, schema: (Place) -> CompiledSchema?) {
        self.headers = DeclaredHeaders(headers, shapes, schema: schema)
        names = headers.map(\.name)
    }

    /// What is wrong with the headers of an answer.
    func faults(
        of response: NodeResponse, _ check: Policy.Check, _ limits: Limits, _ place: DescribedPlace
    ) -> [ResponseFault] {
        guard !headers.isEmpty else { return [] }
        let findings = headers.findings(in: fields(of: response), atMost: limits.violations)
        return findings.prefix(limits.violations).map { finding in
            ResponseFault(check: check, message: message(finding, place))
        }
    }

    private func fields(of response: NodeResponse) -> [HeaderField] {
        var fields: [HeaderField] = []
        for field in response.headerFields {
            // Never a list, and yet given more than once (RFC 9110, section 5.3).
            if field.name == .setCookie, fields.contains(where: { $0.name.equalsASCIIFolded("set-cookie") }) {
                continue
            }
            fields.append((field.name.rawName, field.value))
        }
        return fields
    }

    private func message(_ finding: DeclaredHeaders.Finding, _ place: DescribedPlace) -> String {
        let header = "The header \"\(finding.name)\""
        switch finding.fault {
        case .unreadable(let fault) where fault.kind == .missing:
            return "\(header) is required by \(place.reference) and missing."
        case .unreadable(let fault): return "\(header)\(at(fault.pointer)) \(fault.message)."
        case .broken(let violation):
            return "\(header)\(at(violation.instance.description)) \(violation.message) (\(violation.schema))."
        }
    }

    private func at(_ pointer: String) -> String { pointer.isEmpty ? "" : " at \"\(pointer)\"" }
}

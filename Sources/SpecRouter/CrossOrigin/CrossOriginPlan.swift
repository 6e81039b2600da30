import OpenAPIModel

/// What an operation answers to pages of other origins, decided at load.
///
/// A class: answers refer to it.
final class CrossOriginPlan: Sendable {
    private let audience: CrossOriginSharing.Audience
    private let origins: Set<String>
    /// Of the answer to a preflight, but for the origin.
    private let preflightFields: [HeaderField]
    /// Of every other answer, but for the origin.
    private let answerFields: [HeaderField]

    /// For answers that no operation gives.
    init(_ sharing: CrossOriginSharing) {
        audience = sharing.audience
        origins = sharing.origins
        preflightFields = []
        answerFields = Self.answerFields(sharing, [])
    }

    init(_ sharing: CrossOriginSharing, _ operation: Operation, _ security: SecurityPlan, _ responses: ResponsePlan) {
        audience = sharing.audience
        origins = sharing.origins
        let allowed = Self.distinct(Self.requestFields(of: operation, security) + sharing.headers)
        var fields: [HeaderField] = [("Access-Control-Allow-Methods", operation.method)]
        if !allowed.isEmpty { fields.append(("Access-Control-Allow-Headers", allowed.joined(separator: ", "))) }
        if let maxAge = sharing.maxAge { fields.append(("Access-Control-Max-Age", "\(maxAge.components.seconds)")) }
        preflightFields = fields
        answerFields = Self.answerFields(sharing, responses.headerNames)
    }

    private static func answerFields(_ sharing: CrossOriginSharing, _ declared: [String]) -> [HeaderField] {
        let exposed = distinct(["X-Request-Id"] + declared + sharing.exposedHeaders)
        return [("Access-Control-Expose-Headers", exposed.joined(separator: ", "))]
    }

    private static func requestFields(of operation: Operation, _ security: SecurityPlan) -> [String] {
        let parameters = operation.parameters.filter { $0.placement.location == .header }.map(\.name)
        let credentials = security.alternatives.joined().compactMap { check -> String? in
            switch check.placement {
            case .header(let name): name
            case .authorization: "Authorization"
            case .query, .cookie, .clientCertificate: nil
            }
        }
        return (operation.requestBody == nil ? [] : ["Content-Type"]) + parameters + credentials
    }

    /// Names compare without case.
    private static func distinct(_ names: [String]) -> [String] {
        var known: Set<String> = []
        return names.filter { known.insert($0.lowercased()).inserted }
    }
}

extension CrossOriginPlan {
    /// Says to the browser what the request that it has in mind may have.
    func preflightFields(for origin: String) -> [HeaderField] {
        let fields = self.fields(for: origin)
        return fields.isEmpty ? [] : fields + preflightFields
    }

    /// With what lets a page of that origin read the answer; without it where that is not allowed, so that the browser
    /// keeps the answer to itself. What a node says of the same is replaced.
    func share(_ response: inout Response, with origin: String?) {
        response.fields.removeAll { $0.name.lowercased().hasPrefix("access-control-") }
        let fields = origin.map { self.fields(for: $0) } ?? []
        response.fields += fields
        if !fields.isEmpty { response.fields += answerFields }
        if audience != .everybody { response.fields.append(("Vary", "Origin")) }
    }

    /// None where the origin has no access.
    private func fields(for origin: String) -> [HeaderField] {
        switch audience {
        case .everybody: return [("Access-Control-Allow-Origin", "*")]
        case .origins: return origins.contains(origin) ? [("Access-Control-Allow-Origin", origin)] : []
        case .originsWithCredentials:
            guard origins.contains(origin) else { return [] }
            return [("Access-Control-Allow-Origin", origin), ("Access-Control-Allow-Credentials", "true")]
        }
    }
}

extension ResponsePlan {
    fileprivate var headerNames: [String] { entries.flatMap(\.headers.names) }
}

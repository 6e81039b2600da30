public import HTTPTypes
public import JSONCore
import JSONSchema
import OpenAPIModel

/// One operation with everything decided that the description decides. Immutable.
///
/// A class: every request in flight holds the one it was matched to.
public final class CompiledOperation: Sendable {
    /// `GET /pets/{petId}`: the method and the path as the description writes it. Stable across reloads.
    public let key: String
    public let method: String
    /// The mount and the path as the description writes it.
    public let template: String
    /// How many segments of the template are the mount's.
    let mountSegments: Int
    public let operationID: String?
    /// What `x-entry-node-id` names: on the operation, its path item or the root.
    public let nodeID: String?
    /// The router's name from the configuration, else the description's title.
    public let specName: String
    /// The Operation Object as the description has it, with its extensions.
    public let description: JSON
    /// The one success status that the operation declares, else 200.
    public let successStatus: HTTPResponse.Status

    let state: State
    let security: SecurityPlan
    let parameters: ParameterChecks
    let requestBody: RequestBodyPlan
    let responses: ResponsePlan
    let policy: Policy
    /// How places in the description are written in problems.
    let places: DescriptionPlaces
    /// Of the problem for a request that does not meet the description.
    let violationStatus: Int
    /// `Deprecation` and `Sunset`.
    let notices: [HeaderField]
    /// Nil for problem+json.
    let problemShape: ProblemShape?
    /// Nil where no page of another origin may read answers.
    let crossOrigin: CrossOriginPlan?
    package let telemetry: OperationTelemetry

    enum State: Sendable {
        case bound(RegisteredNode)
        case mock(MockPlan)
        /// `{mount}/openapi.json` and `.yaml`.
        case document(ServedDescription)
        /// Why no request can be answered.
        case refusing(Problem)
    }

    init(_ parts: Parts) {
        key = parts.key
        method = parts.method
        template = parts.template
        mountSegments = parts.mount.utf8.count { $0 == UInt8(ascii: "/") }
        operationID = parts.operationID
        nodeID = parts.nodeID
        specName = parts.specName
        description = parts.description
        state = parts.state
        security = parts.security
        parameters = parts.parameters
        requestBody = parts.requestBody
        responses = parts.responses
        policy = parts.policy
        places = parts.places
        notices = parts.notices
        problemShape = parts.problemShape
        crossOrigin = parts.crossOrigin
        successStatus = HTTPResponse.Status(code: parts.responses.successStatus)
        telemetry = OperationTelemetry(method: parts.method, template: parts.template, node: parts.nodeID ?? "")
        violationStatus = parts.responses.violationStatus(parts.policy.violations)
    }

    /// What the compiler gathers before it freezes an operation.
    struct Parts {
        var key: String
        var method: String
        var template: String
        /// What of the template is before the path.
        var mount = ""
        var operationID: String?
        var nodeID: String?
        var specName: String
        var description: JSON
        var state: State
        var security: SecurityPlan
        var parameters: ParameterChecks
        var requestBody: RequestBodyPlan
        var responses: ResponsePlan
        var policy: Policy
        var places: DescriptionPlaces
        var notices: [HeaderField] = []
        var problemShape: ProblemShape?
        var crossOrigin: CrossOriginPlan?
    }
}

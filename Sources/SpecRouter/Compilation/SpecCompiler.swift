import JSONCore
import JSONSchema
import OpenAPIModel

/// Compiles one description.
struct SpecCompiler {
    private let spec: SpecInput
    private let document: OpenAPIDocument
    private let places: DescriptionPlaces
    private let shapes: SchemaShapes
    private var diagnostics: [Diagnostic] = []
    /// Schemes that are required and cannot be verified: nothing is served then.
    private var securityFaults: [Diagnostic] = []
    private let policies: OperationPolicies

    struct Result {
        var operations: [(operation: CompiledOperation, origin: Operation?)] = []
        var diagnostics: [Diagnostic]
        /// False when an error forbids to serve the description at all.
        var isServable: Bool
        var name: String
        var location: @Sendable (Operation) -> SourceLocation
    }

    init(_ spec: SpecInput) {
        self.spec = spec
        document = spec.document
        places = DescriptionPlaces(spec.document)
        shapes = SchemaShapes(spec.document)
        policies = OperationPolicies(spec, report: &diagnostics)
    }

    private var name: String { spec.name ?? document.title }

    consuming func compile() -> Result {
        let schemas = SchemaTable(spec, policies, report: &diagnostics)
        remarkOnStreams()
        let binding = NodeBinding(spec, policies, report: &diagnostics)
        var operations: [(CompiledOperation, Operation?)] = []
        for operation in spec.operations {
            for mount in Mount.paths(of: operation, in: spec, policies.policy(of: operation).mount) {
                operations.append((compile(operation, mount, schemas, binding), operation))
            }
        }
        let refusals = securityFaults + spec.operations.flatMap { inputFaults(of: $0, binding) }
        let isServable = !binding.refuses && !refusals.contains { $0.severity == .error }
        diagnostics += refusals
        if isServable { operations += servedDescription().map { ($0, nil) } }
        let document = document
        return Result(
            operations: operations, diagnostics: diagnostics, isServable: isServable, name: name,
            location: { document.location(of: $0.place) })
    }

    private mutating func compile(
        _ operation: Operation, _ mount: String, _ schemas: SchemaTable, _ binding: NodeBinding
    ) -> CompiledOperation {
        let security = SecurityPlan(
            operation: operation, document: document, configuration: spec.security, diagnostics: &securityFaults)
        let policy = policies.policy(of: operation)
        let plans = MediaPlanner(schemas: schemas, shapes: shapes, places: places, policy: policy)
        let responses = plans.responses(of: operation)
        let template = mount + operation.path
        let parameters = parameterChecks(of: operation, template, schemas, security, policy)
        return CompiledOperation(
            CompiledOperation.Parts(
                key: operation.key, method: operation.method, template: template, mount: mount,
                operationID: operation.operationID, nodeID: operation.nodeID, specName: name,
                description: document.json(at: operation.place),
                state: state(of: operation, schemas, binding), security: security, parameters: parameters,
                requestBody: plans.requestBody(of: operation), responses: responses, policy: policy,
                places: places, notices: policies.notices(of: operation), problemShape: spec.problemShape,
                crossOrigin: spec.crossOrigin.map { CrossOriginPlan($0, operation, security, responses) }))
    }

    /// Each schema once, however many operations use it.
    private mutating func remarkOnStreams() {
        var known: Set<Place> = []
        for operation in spec.operations {
            diagnostics += operation.streamRemarks(in: document, beside: &known)
        }
    }

    /// What the node's type asks for and the operation does not send.
    private func inputFaults(of operation: Operation, _ binding: NodeBinding) -> [Diagnostic] {
        guard !operation.isBroken, let input = binding.node(for: operation)?.input else { return [] }
        return InputChecks(shapes: shapes).diagnostics(of: input, operation, policies.policy(of: operation))
    }

    private func state(
        of operation: Operation, _ schemas: SchemaTable, _ binding: NodeBinding
    ) -> CompiledOperation.State {
        let isBroken = operation.isBroken || policies.brokenOperations.contains(operation.key)
        if isBroken || schemas.brokenOperations.contains(operation.key) {
            return .refusing(
                Problem(
                    .operationUnavailable,
                    "The description of this operation is broken; the log of the server's start says where."))
        }
        switch binding.node(for: operation) {
        case nil:
            return .refusing(
                Problem(.operationNotImplemented, "The description has this operation, and no node is bound to it."))
        case let node? where node.isMock:
            let reading = SchemaTable.Reading(.response, policies.policy(of: operation))
            return .mock(
                MockPlan(operation: operation, document: document) { schemas.schema(at: $0, reading) })
        case let node?: return .bound(node)
        }
    }

    private mutating func parameterChecks(
        of operation: Operation, _ template: String, _ schemas: SchemaTable, _ security: SecurityPlan,
        _ policy: Policy
    ) -> ParameterChecks {
        let decoder = ParameterDecoder(
            parameters: operation.parameters, template: template, shapes: shapes,
            credentials: security.queryNames, diagnostics: &diagnostics)
        let reading = SchemaTable.Reading(.request, policy)
        let rules = decoder.parameters.map { parameter in
            ParameterChecks.Rule(
                name: parameter.name, location: RequestViolation.Location(parameter.placement.location),
                schema: parameter.schemaPlace.flatMap { schemas.schema(at: $0, reading) },
                place: places[parameter.place])
        }
        return ParameterChecks(
            decoder: decoder, rules: rules, unknownQuery: policy.unknownQuery)
    }

    private func servedDescription() -> [CompiledOperation] {
        let policy = policies.description
        guard policy.description == .served else { return [] }
        let mount = Mount.path(of: spec, policy.mount)
        return [("openapi.json", OpenAPIDocument.TextFormat.json), ("openapi.yaml", .yaml)].map { name, format in
            let template = "\(mount)/\(name)"
            return CompiledOperation(
                CompiledOperation.Parts(
                    key: "GET \(template)", method: "GET", template: template, specName: self.name,
                    description: JSONCoding.null,
                    state: .document(ServedDescription(spec, at: policy.mount, as: format)), security: .open,
                    parameters: ParameterChecks(), requestBody: .none, responses: .none, policy: policy,
                    places: places, crossOrigin: spec.crossOrigin.map { CrossOriginPlan($0) }))
        }
    }
}

extension RequestViolation.Location {
    init(_ location: ParameterLocation) {
        switch location {
        case .path: self = .path
        case .query: self = .query
        case .header: self = .header
        case .cookie: self = .cookie
        }
    }
}

import OpenAPIModel

/// Puts the operations of all descriptions into one table.
struct RouteAssembly {
    private var routed: [CompiledOperation] = []
    private var origins: [Origin] = []
    private var table = RouteTableBuilder()
    private var diagnostics: [Diagnostic] = []

    private struct Origin {
        var spec: String
        var specIndex: Int
        /// Nil for what SpecRouter added: it gives way silently.
        var operation: Operation?
        var locate: @Sendable (Operation) -> SourceLocation

        var isAdded: Bool { operation == nil }
        var location: SourceLocation? { operation.map(locate) }
    }

    private var specCount = 0

    mutating func add(_ spec: SpecCompiler.Result) {
        for (operation, origin) in spec.operations {
            do throws(PathTemplateError) {
                let template = try PathTemplate(operation.template)
                table.insert(
                    template, method: operation.method, operation: routed.count,
                    options: RouteTable.Options(operation.policy))
                routed.append(operation)
                origins.append(
                    Origin(spec: spec.name, specIndex: specCount, operation: origin, locate: spec.location))
            } catch {
                // The reading has said why.
                if origin?.isBroken == true { continue }
                diagnostics.append(
                    Diagnostic(
                        .error, .badPath, error.message,
                        hint: "Mend the path; until then it is not served.", location: origin.map(spec.location),
                        operation: operation.key))
            }
        }
        specCount += 1
    }

    consuming func freeze(
        limits: Limits, spool: FileSpool?, _ first: SpecInput?
    ) -> (CompiledAPI, [Diagnostic]) {
        let (routes, findings) = table.freeze()
        var diagnostics = diagnostics
        var told: Set<[SourceLocation?]> = []
        // Each server of an operation has a route of its own.
        for finding in findings {
            guard let diagnostic = diagnostic(finding),
                told.insert([origins[finding.first].location, origins[finding.second].location]).inserted
            else { continue }
            diagnostics.append(diagnostic)
        }
        let origins = origins
        let declared = routed.indices.filter { !origins[$0].isAdded }.map { routed[$0] }
        let api = CompiledAPI(
            operations: declared, routed: routed, routes: routes, limits: limits, spool: spool,
            problemShape: first?.problemShape, crossOrigin: first?.crossOrigin)
        return (api, diagnostics)
    }

    private func diagnostic(_ finding: RouteFinding) -> Diagnostic? {
        let first = origins[finding.first]
        let second = origins[finding.second]
        guard !first.isAdded, !second.isAdded else { return nil }
        let paths = [routed[finding.first].template, routed[finding.second].template]
        let pair = "\(routed[finding.first].key) and \(routed[finding.second].key)"
        if first.specIndex != second.specIndex, finding.kind == .sameMethod {
            return Diagnostic(
                .error, .collidingOperations,
                "Two descriptions claim one method and path: \(pair), of \"\(first.spec)\" and \"\(second.spec)\".",
                hint: "Give each description a mount of its own.", location: second.location)
        }
        switch finding.kind {
        case .sameMethod:
            return Diagnostic(
                .warning, .ambiguousPaths,
                "Two operations have the same method and, but for names of parameters and fragments, path: \(pair).",
                hint: "Requests go to the first whose path parameters fit.", location: second.location)
        case .sameShape: return nil
        case .crossing:
            return Diagnostic(
                .note, .ambiguousPaths,
                "Some requests fit \"\(paths[0])\" as well as \"\(paths[1])\"; they go to the first, which is literal further left.",
                hint: "Rename one of the paths where that is not what you mean.", location: second.location)
        }
    }
}

extension RouteTable.Options {
    init(_ policy: Policy) {
        self.init(trailingSlash: policy.trailingSlash, methodFallback: policy.methodFallback)
    }
}

import OpenAPIModel
import SpecRouter

extension Gateway {
    /// What the lint rules say of descriptions, but for notes: these are for `specrouter check`.
    ///
    /// Takes up to half as long again as loading, so it is called when the descriptions are served already.
    func remarks(on loaded: [(index: Int, description: LoadedDescription)]) -> [Diagnostic] {
        loaded.flatMap { index, description in
            specs[index].remarks(on: description).filter { $0.severity != .note }
        }
    }

    /// What has to be known before anything is served: where any error refuses a description, findings of the rules
    /// that are set to be errors.
    func refusals(of loaded: [LoadedDescription]) -> [Diagnostic] {
        guard strictness == .strict else { return [] }
        return zip(specs, loaded).flatMap { spec, description in
            guard spec.lint.values.contains(.error) else { return [Diagnostic]() }
            return spec.remarks(on: description).filter { $0.severity == .error }
        }
    }

    /// Findings of the compiler that have levels, at these.
    func settled(_ diagnostics: [Diagnostic], of loaded: [LoadedDescription]) -> [Diagnostic] {
        zip(specs, loaded).reduce(diagnostics) { diagnostics, pair in
            let (spec, loaded) = pair
            return loaded.document.map { Linter(levels: spec.lint).settled(diagnostics, of: $0) } ?? diagnostics
        }
    }
}

extension Gateway.Spec {
    /// Operations without a node are the compiler's to report: it knows whether there is a fallback.
    fileprivate func remarks(on loaded: LoadedDescription) -> [Diagnostic] {
        var levels = lint
        levels[.operationWithoutNode] = .off
        if problemShape != nil { levels[LintRule.foreignProblems.code] = .off }
        return loaded.document.map { Linter(levels: levels).findings(in: $0) } ?? []
    }
}

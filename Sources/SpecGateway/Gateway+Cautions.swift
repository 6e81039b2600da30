import OpenAPIModel
import SpecRouter

extension Gateway {
    /// What is right for trying things and wrong in production: said each time that the gateway starts.
    var cautions: [Diagnostic] {
        var cautions: [Diagnostic] = []
        for spec in specs where spec.security.acceptsAnyCredential {
            cautions.append(
                Diagnostic(
                    .warning, .anyCredential, "\"\(spec.source.name)\" is served to whoever presents any credential.",
                    hint: "Access lines name such a client \"unverified\". Give the schemes keys, users or tokens."))
        }
        for spec in specs where spec.policy.problems == .verbose {
            cautions.append(
                Diagnostic(
                    .warning, .verboseProblems, "Answers about \"\(spec.source.name)\" tell details of inner failures.",
                    hint: "This is for development: leave it out where strangers can ask."))
        }
        return cautions
    }
}

extension Gateway {
    /// Schemes that certificates are to meet where none is asked for.
    func certificateCautions(_ loaded: [LoadedDescription]) -> [Diagnostic] {
        guard server.tls?.clients == nil else { return [] }
        return zip(specs, loaded).flatMap { spec, loaded in
            guard let document = loaded.document else { return [Diagnostic]() }
            let required = Set(document.operations.flatMap { $0.security.flatMap { $0.schemes.map(\.name) } })
            return document.securitySchemes.filter { named in
                named.scheme == .mutualTLS && required.contains(named.name) && spec.security[named.name] != nil
            }.map { named in
                Diagnostic(
                    .warning, .unaskedCertificates,
                    "The security scheme \"\(named.name)\" wants a certificate, which no client is asked for here.",
                    hint: "In the configuration file: server: { tls: { ..., clients: { authorities: FILE } } }",
                    location: document.location(of: named.place))
            }
        }
    }
}

extension Diagnostic.Code {
    static let unaskedCertificates: Self = "unasked-certificates"
    static let anyCredential: Self = "any-credential"
}

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

extension Diagnostic.Code {
    static let anyCredential: Self = "any-credential"
}

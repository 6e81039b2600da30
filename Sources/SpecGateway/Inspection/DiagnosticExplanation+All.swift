package import OpenAPIModel
import SpecRouter

extension DiagnosticExplanation {
    /// Of the gateway and its configuration.
    static let ofServing: [DiagnosticExplanation] = [
        .init(
            .badValue, [.error],
            "A value of the configuration file is not what its key takes.",
            "Correct it as the message says."),
        .init(
            .anyCredential, [.warning],
            "A description is served to whoever presents any credential.",
            "For trials only: give its schemes keys, users or tokens."),
        .init(
            .unaskedCertificates, [.warning],
            "A security scheme of the type mutualTLS is required, and clients are not asked for certificates.",
            "Give the server TLS and the authorities of clients, or the description another scheme."),
        .init(
            .verboseProblems, [.warning],
            "Answers tell details of inner failures.",
            "For development only: leave it out where strangers can ask."),
    ]
}

extension DiagnosticExplanation {
    /// One for each code that there is, in the order of the documentation.
    package static let all: [DiagnosticExplanation] = {
        let found = ofDocuments + ofOperations + ofOverlays + ofCompilation + ofServing
        let codes = Set(found.map(\.code))
        return found + LintRule.all.filter { !codes.contains($0.code) }.map { DiagnosticExplanation($0) }
    }()

    static let table = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
}

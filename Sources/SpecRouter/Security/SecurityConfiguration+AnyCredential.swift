extension SecurityConfiguration {
    /// Whether some scheme takes every credential: worth a warning wherever it serves.
    package var acceptsAnyCredential: Bool {
        verifiers.values.contains(where: \.acceptsAny) || others?.acceptsAny == true
    }
}

extension CredentialVerifier {
    fileprivate var acceptsAny: Bool {
        if case .any = method { true } else { false }
    }
}

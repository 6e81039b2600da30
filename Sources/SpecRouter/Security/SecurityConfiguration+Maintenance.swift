extension SecurityConfiguration {
    /// Keeps what verifiers fetch fresh until the task is cancelled, whichever of the descriptions share it. Without it
    /// they fetch when a request needs it.
    ///
    /// `report` is told why something could not be fetched.
    package static func maintain(
        _ configurations: [SecurityConfiguration],
        report: @escaping @Sendable (_ scheme: String, _ reason: String) -> Void
    ) async {
        await withTaskGroup(of: Void.self) { group in
            var known: Set<ObjectIdentifier> = []
            for configuration in configurations {
                let now = configuration.now
                for (name, verifier) in configuration.verifiers {
                    let report: @Sendable (String) -> Void = { report(name, $0) }
                    switch verifier.method {
                    case .tokens(let tokens) where known.insert(ObjectIdentifier(tokens.keys)).inserted:
                        group.addTask { await tokens.keys.maintain(now: now, report: report) }
                    case .discovery(let discovery) where known.insert(ObjectIdentifier(discovery)).inserted:
                        group.addTask { await discovery.maintain(now: now, report: report) }
                    default: break
                    }
                }
            }
        }
    }
}

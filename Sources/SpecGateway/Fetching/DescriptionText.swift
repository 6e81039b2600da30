package import OpenAPIModel
package import SpecRouter

/// A description that is part of the program: it never changes.
package struct DescriptionText: SpecSource {
    package let name: String
    package let loaded: LoadedDescription

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        loaded = DescriptionLoader.load(bytes: bytes, uri: "specrouter:/\(name)", name: name) { uri in
            throw DiagnosticError([
                Diagnostic(.error, .unresolvableReference, "A built-in description refers to nothing else: \"\(uri)\".")
            ])
        }
    }

    package func revisions() -> AsyncStream<SpecRevision> {
        AsyncStream { $0.yield(.description(loaded)) }
    }
}

extension SpecSource {
    /// The first revision, with what kept it from being read.
    package func current() async -> LoadedDescription {
        for await revision in revisions() {
            switch revision {
            case .description(let loaded): return loaded
            case .failure(let diagnostic): return LoadedDescription(failure: diagnostic)
            }
        }
        return LoadedDescription(failure: Diagnostic(.error, .unreadableSource, "Reading \"\(name)\" was given up."))
    }
}

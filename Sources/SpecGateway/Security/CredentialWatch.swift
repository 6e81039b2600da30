import JSONCore
import OpenAPIModel
import SpecRouter

/// Watches a configuration file, with the files of credentials that it names, for changes of the verifiers.
struct CredentialWatch: Sendable {
    enum Revision: Sendable {
        /// For each description in its order.
        case verifiers([SecurityConfiguration])
        /// What is wrong with the files now; the last good verifiers stay.
        case failure([Diagnostic])
        /// These settings of the file have changed, which are read at the start alone.
        case restart([String])
    }

    private let file: String
    private let credentialFiles: [String]
    private let verifiers: [SecurityConfiguration]
    private let written: JSON?
    /// How often the files are looked at.
    var poll = Duration.seconds(1)

    init(_ configuration: GatewayConfiguration, file: String, verifiers: [SecurityConfiguration]) {
        self.file = file
        credentialFiles = configuration.credentialFiles
        self.verifiers = verifiers
        written = configuration.written
    }

    /// Each change, until the task is cancelled.
    func revisions() -> AsyncStream<Revision> {
        let state = WatchState(Set([file] + credentialFiles), verifiers, written)
        return AsyncStream(unfolding: { await next(state) })
    }

    private func next(_ state: WatchState) async -> Revision? {
        while !Task.isCancelled {
            try? await Task.sleep(for: poll)
            guard !Task.isCancelled else { return nil }
            if let revision = await state.next(file) { return revision }
        }
        return nil
    }
}

/// What one iteration over the changes knows.
private actor WatchState {
    private var stamps: [String: FileStamp]
    private var verifiers: [SecurityConfiguration]
    private var written: JSON?
    private var changedSettings: [String] = []

    init(_ files: Set<String>, _ verifiers: [SecurityConfiguration], _ written: JSON?) {
        self.written = written
        stamps = Dictionary(files.map { ($0, FileStamp(of: $0)) }) { $1 }
        self.verifiers = verifiers
    }

    func next(_ file: String) -> CredentialWatch.Revision? {
        if !changedSettings.isEmpty {
            defer { changedSettings = [] }
            return .restart(changedSettings)
        }
        return hasChanged ? read(file) : nil
    }

    private var hasChanged: Bool { stamps.contains { FileStamp(of: $0.key) != $0.value } }

    /// Nil when the change is none of the verifiers.
    private func read(_ file: String) -> CredentialWatch.Revision? {
        let before = Set(stamps.keys)
        stamp(before)
        do throws(DiagnosticError) {
            let configuration = try GatewayConfiguration.load(file: file)
            stamp(Set([file] + configuration.credentialFiles))
            if let written, let now = configuration.written {
                changedSettings = StartSettings.changes(from: written, to: now)
            }
            written = configuration.written
            let next = verifiers.enumerated().map { configuration.verifiers(ofSpec: $0, after: $1) }
            let isSame = zip(verifiers, next).allSatisfy { $0.hasSameVerifiers(as: $1) }
            verifiers = next
            return isSame ? nil : .verifiers(next)
        } catch {
            return .failure(error.diagnostics)
        }
    }

    private func stamp(_ files: Set<String>) {
        stamps = Dictionary(files.map { ($0, FileStamp(of: $0)) }) { $1 }
    }
}

extension GatewayConfiguration {
    /// The verifiers of a description by its position, of which those that did not change are the ones from before.
    fileprivate func verifiers(ofSpec index: Int, after before: SecurityConfiguration) -> SecurityConfiguration {
        let own = specs.indices.contains(index) ? specs[index].security : [:]
        var next = before
        next.verifiers = security.merging(own) { $1 }.mapValues { $0 }
        for (name, verifier) in next.verifiers {
            if let known = before.verifiers[name], known.origin == verifier.origin { next.verifiers[name] = known }
        }
        return next
    }
}

extension SecurityConfiguration {
    fileprivate func hasSameVerifiers(as other: SecurityConfiguration) -> Bool {
        verifiers.mapValues(\.origin) == other.verifiers.mapValues(\.origin)
    }
}

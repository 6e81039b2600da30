import JSONCore
import JSONSchema

/// The sources of a description: reads each once, when a reference first reaches it.
struct SourceLibrary {
    private(set) var sources: [SourceDocument] = []
    private(set) var references = ReferenceTable()
    /// Diagnostics of sources that could be read but not understood.
    private(set) var diagnostics: [Diagnostic] = []
    private var byDecodedURI: [String: Int] = [:]
    private var failures: [String: ReferenceFault] = [:]
    /// Of each source: whence it was read, which it may call otherwise by `$self`.
    private var retrieved: [String] = []
    private var identified: (sources: Int, answer: Bool)?
    private let limits: ReadingLimits
    private let fetch: (String) throws -> [UInt8]

    init(limits: ReadingLimits, fetch: @escaping (String) throws -> [UInt8]) {
        self.limits = limits
        self.fetch = fetch
    }

    mutating func add(_ source: SourceDocument, retrievedFrom uri: String) {
        retrieved.append(uri)
        references.documents[source.uri] = sources.count
        byDecodedURI[URIText.decoded(source.uri)] = sources.count
        sources.append(source)
    }

    /// Puts the finished text of a document that was made here into the place that was kept for it.
    mutating func replace(_ document: Int, root: JSON, origins: [Place]) {
        let kept = sources[document]
        sources[document] = SourceDocument(
            uri: kept.uri, name: kept.name, root: root, text: [], version: nil, origins: origins)
    }

    /// Reads the document that the reference names, if it has not been read.
    mutating func target(of reference: String, in document: Int) throws(ReferenceFault) -> Place {
        switch references.find(reference, in: document, sources) {
        case .found(let place): return place
        case .nowhere(let reason):
            throw ReferenceFault(reason: reason, hint: "Declare it there, or correct the reference.")
        case .unread(let uri):
            try checkReach(of: uri, from: document)
            try read(uri)
        }
        switch references.find(reference, in: document, sources) {
        case .found(let place): return place
        case .nowhere(let reason):
            throw ReferenceFault(reason: reason, hint: "Declare it there, or correct the reference.")
        case .unread: throw ReferenceFault(reason: "The document could not be read.")
        }
    }

    /// Whether a schema of the sources read so far has an `$id`.
    mutating func hasIdentifiedSchemas() -> Bool {
        if let identified, identified.sources == sources.count { return identified.answer }
        let answer = sources.contains { $0.root.hasKey("$id") }
        identified = (sources.count, answer)
        return answer
    }

    /// What others have written does not lead into this machine's files.
    private func checkReach(of uri: String, from document: Int) throws(ReferenceFault) {
        guard uri.namesFile, !retrieved[document].namesFile else { return }
        throw ReferenceFault(
            reason: "A document that is not itself a file may not refer to the file \"\(uri)\".",
            hint: "Refer to it by a URL, or save the description beside it.")
    }

    private mutating func read(_ uri: String) throws(ReferenceFault) {
        if let index = byDecodedURI[URIText.decoded(uri)] {
            references.documents[uri] = index
            return
        }
        if let fault = failures[uri] { throw fault }
        do throws(ReferenceFault) {
            add(try document(at: uri), retrievedFrom: uri)
            references.documents[uri] = sources.count - 1
        } catch {
            failures[uri] = error
            throw error
        }
    }

    private mutating func document(at uri: String) throws(ReferenceFault) -> SourceDocument {
        guard sources.count < limits.maximumSources else {
            throw ReferenceFault(reason: "The description refers to more than \(limits.maximumSources) documents.")
        }
        let name = self.name(of: uri)
        let bytes: [UInt8]
        do {
            bytes = try fetch(uri)
        } catch let fault as ReferenceFault {
            throw fault
        } catch {
            throw ReferenceFault(reason: "\"\(name)\" could not be read: \(error).")
        }
        do throws(DiagnosticError) {
            let root = try StructuredText.parse(bytes, name: name, limits: limits)
            return SourceDocument(retrievedFrom: uri, name: name, root: root, text: bytes[...])
        } catch {
            diagnostics += error.diagnostics
            throw ReferenceFault(reason: "\"\(name)\" is not well-formed.")
        }
    }

    /// What people call a document, in the same terms as the entry document.
    private func name(of uri: String) -> String {
        guard let entry = sources.first else { return uri }
        let base = URIText.directory(entry.uri)
        guard !base.isEmpty, uri.hasPrefix(base) else { return URIText.path(ofFile: uri) ?? uri }
        let directory = URIText.directory(entry.name)
        return directory + URIText.decoded(String(uri.dropFirst(base.count)))
    }
}

/// Why a reference leads nowhere, as a sentence.
package struct ReferenceFault: Error, Hashable {
    package var reason: String
    package var hint: String?

    package init(reason: String, hint: String? = nil) {
        self.reason = reason
        self.hint = hint
    }
}

extension String {
    /// As a URI.
    fileprivate var namesFile: Bool { prefix(5).lowercased() == "file:" }
}

extension JSON {
    /// Whether some object within has this key. Linear.
    fileprivate func hasKey(_ name: String) -> Bool {
        for index in self.index..<tape.next(after: self.index) where tape.entry(index).kind == .object {
            if JSON(tape: tape, index: index)[name] != nil { return true }
        }
        return false
    }
}

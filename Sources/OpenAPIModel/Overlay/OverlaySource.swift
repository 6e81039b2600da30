/// Where an overlay is: a document by the Overlay Specification 1.0 or 1.1, in JSON or YAML.
public enum OverlaySource: Sendable, Hashable {
    case file(String)
    /// `name` is what diagnostics call it.
    case text([UInt8], name: String)
}

extension OverlaySource {
    /// What diagnostics call it.
    public var name: String {
        switch self {
        case .file(let path): path
        case .text(_, let name): name
        }
    }

    func document(_ limits: ReadingLimits) throws(DiagnosticError) -> SourceDocument {
        let (bytes, uri) = try contents(limits)
        let root = try StructuredText.parse(bytes, name: name, limits: limits)
        return SourceDocument(uri: uri, name: name, root: root, text: bytes[...], version: nil)
    }

    fileprivate func contents(_ limits: ReadingLimits) throws(DiagnosticError) -> (bytes: [UInt8], uri: String) {
        guard case .file(let path) = self else {
            guard case .text(let bytes, let name) = self else { return ([], "") }
            return (bytes, name)
        }
        do throws(ReferenceFault) {
            let file = try FileAccess(entry: path, rootDirectory: nil, limits: limits)
            return (try file.readEntry(), file.entryURI)
        } catch {
            throw DiagnosticError([Diagnostic(.error, .unreadableSource, error.reason, hint: error.hint)])
        }
    }
}

extension [OverlaySource] {
    /// By their names; read once more, as only findings need them.
    func texts(_ limits: ReadingLimits) -> [String: ArraySlice<UInt8>] {
        Dictionary(compactMap { source in (try? source.contents(limits)).map { (source.name, $0.bytes[...]) } }) {
            first, _ in
            first
        }
    }
}

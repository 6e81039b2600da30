import JSONCore

/// What overlays made of a document.
struct OverlaidDocument: Sendable {
    /// As it was read.
    let original: JSON
    let overlays: [SourceDocument]
    let origins: ValueOrigins
}

extension SourceDocument {
    /// This document, as it was retrieved, with the overlays' changes, and what else there is to say of them.
    ///
    /// Throws everything that is wrong with the overlays, or with applying them: a description that is changed by halves
    /// may show what it must not.
    func overlaid(
        by sources: [OverlaySource], _ limits: ReadingLimits
    ) throws(DiagnosticError) -> (document: SourceDocument, warnings: [Diagnostic]) {
        guard !sources.isEmpty else {
            return (SourceDocument(retrievedFrom: uri, name: name, root: root, text: text), [])
        }
        var (overlays, diagnostics) = try Self.read(sources, limits)
        var application = OverlayApplication(to: self, overlays, limits)
        application.run()
        diagnostics += application.diagnostics
        guard !diagnostics.contains(where: { $0.severity == .error }) else { throw DiagnosticError(diagnostics) }
        return (application.result, diagnostics)
    }

    private static func read(
        _ sources: [OverlaySource], _ limits: ReadingLimits
    ) throws(DiagnosticError) -> ([Overlay], [Diagnostic]) {
        var overlays: [Overlay] = []
        var diagnostics: [Diagnostic] = []
        for source in sources {
            do throws(DiagnosticError) {
                let (overlay, warnings) = try OverlayReader.read(try source.document(limits))
                overlays.append(overlay)
                diagnostics += warnings
            } catch {
                diagnostics += error.diagnostics
            }
        }
        guard overlays.count == sources.count else { throw DiagnosticError(diagnostics) }
        return (overlays, diagnostics)
    }
}

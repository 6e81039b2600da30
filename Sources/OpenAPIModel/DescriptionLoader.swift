import FoundationEssentials
import JSONCore
import JSONSchema

/// Reads a description, resolves its references and says what is wrong with it. Everything is found, nothing is thrown.
public struct DescriptionLoader: Sendable {
    public struct Options: Sendable {
        /// References to files may not leave this directory; nil is that of the entry document.
        public var rootDirectory: String?
        public var limits: ReadingLimits
        /// Applied to the entry document in this order, before anything else of it is looked at. When any of them is
        /// wrong, nothing is loaded.
        public var overlays: [OverlaySource]

        public init(
            rootDirectory: String? = nil, limits: ReadingLimits = .standard, overlays: [OverlaySource] = []
        ) {
            self.rootDirectory = rootDirectory
            self.limits = limits
            self.overlays = overlays
        }
    }

    /// Reads a description from a file, and the files that it refers to. `readURL` is called at most once for each
    /// document that is no file, with its absolute URI; nil refuses them.
    public static func load(
        file path: String, options: Options = Options(), readURL: ((_ uri: String) throws -> [UInt8])? = nil
    ) -> LoadedDescription {
        do throws(ReferenceFault) {
            let files = try FileAccess(entry: path, rootDirectory: options.rootDirectory, limits: options.limits)
            let bytes = try files.readEntry()
            return load(bytes: bytes, uri: files.entryURI, name: path, options: options) { uri in
                if let readURL, URIText.path(ofFile: uri) == nil { return try readURL(uri) }
                return try files.read(uri)
            }
        } catch {
            return LoadedDescription(failure: Diagnostic(.error, .unreadableSource, error.reason, hint: error.hint))
        }
    }

    /// Reads a description from memory. `readFile` is called at most once for each document that it refers to, with the
    /// document's absolute URI.
    public static func load(
        bytes: [UInt8], uri: String, name: String, options: Options = Options(),
        readFile: @escaping (_ uri: String) throws -> [UInt8]
    ) -> LoadedDescription {
        do throws(DiagnosticError) {
            let root = try StructuredText.parse(bytes, name: name, limits: options.limits)
            let retrieved = SourceDocument(
                uri: URIReference(uri).withoutFragment, name: name, root: root, text: bytes[...], version: nil)
            let (source, warnings) = try retrieved.overlaid(by: options.overlays, options.limits)
            var preparation = Preparation(source)
            let version = try preparation.checkVersion()
            let dialect = preparation.dialect(version)
            var library = SourceLibrary(limits: options.limits, fetch: readFile)
            library.add(source, retrievedFrom: uri)
            var reader = DescriptionReader(library: library, version: version)
            let document = reader.read(dialect: dialect)
            let found = warnings + preparation.diagnostics + reader.log.sorted() + reader.library.diagnostics
            let texts = options.overlays.texts(options.limits).merging(document.texts) { $1 }
            return LoadedDescription(document: document, diagnostics: found.withExcerpts(from: texts))
        } catch {
            let texts = options.overlays.texts(options.limits).merging([name: bytes[...]]) { $1 }
            return LoadedDescription(document: nil, diagnostics: error.diagnostics.withExcerpts(from: texts))
        }
    }
}

/// A description as far as it could be read, and what is wrong with it.
public struct LoadedDescription: Sendable {
    /// Nil when nothing of it can be served.
    public let document: OpenAPIDocument?
    /// By document, line and column; each once.
    public let diagnostics: [Diagnostic]

    package init(document: OpenAPIDocument?, diagnostics: [Diagnostic]) {
        self.document = document
        self.diagnostics = diagnostics
    }

    package init(failure: Diagnostic) {
        self.init(document: nil, diagnostics: [failure])
    }
}

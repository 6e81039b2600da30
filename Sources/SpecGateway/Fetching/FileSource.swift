import FoundationEssentials
public import OpenAPIModel
public import SpecRouter

/// A description in a file, watched together with the files that it refers to.
public struct FileSource: SpecSource {
    public let path: String
    /// Applied to the description in this order; those that are files are watched too.
    public var overlays: [OverlaySource]
    /// How often the files are looked at.
    public var poll: Duration
    /// What the description may refer to beside the files of its directory.
    public var references = ReferencePolicy()
    public var limits = ReadingLimits.standard
    /// How often documents at URLs are asked for again, that the description refers to.
    var remotePoll = Duration.seconds(60)
    var cache = SpecCache.standard
    var send = Fetcher.network

    public var name: String { path }

    /// What reading the description may cost, and where it may lead.
    var reading: DescriptionLoader.Options {
        DescriptionLoader.Options(rootDirectory: references.rootDirectory, limits: limits, overlays: overlays)
    }

    public init(_ path: String, overlays: [OverlaySource] = [], poll: Duration = .seconds(1)) {
        self.path = path
        self.overlays = overlays
        self.poll = poll
    }

    public func revisions() -> AsyncStream<SpecRevision> {
        let watch = FileWatch(self)
        return AsyncStream(unfolding: { await watch.next() })
    }
}

/// What one iteration over a file's revisions knows.
actor FileWatch {
    private let source: FileSource
    private var isFirst = true
    private var stamps: [String: FileStamp] = [:]
    private var texts: [ArraySlice<UInt8>]?
    /// What the description refers to at URLs, and when that is to be asked for again.
    private let references: ReferencedDocuments
    private var nextLook: ContinuousClock.Instant

    init(_ source: FileSource) {
        self.source = source
        var limits = FetchLimits()
        limits.maximumBytes = source.limits.maximumBytes
        references = ReferencedDocuments(
            DocumentFetching(
                Fetcher(limits: limits, send: source.send), source.references, cache: source.cache))
        nextLook = .now + source.remotePoll
    }

    /// The next revision; nil once the task is cancelled.
    func next() async -> SpecRevision? {
        if isFirst {
            isFirst = false
            return await look()
        }
        while !Task.isCancelled {
            try? await Task.sleep(for: source.poll)
            guard !Task.isCancelled else { return nil }
            if hasChanged {
                await settle()
                if let revision = await changed() { return revision }
            } else if let revision = await lookAtURLs() {
                return revision
            }
        }
        return nil
    }

    private var hasChanged: Bool { stamps.contains { FileStamp(of: $0.key) != $0.value } }

    /// Lets a writer finish: reads once nothing changes for a moment.
    private func settle() async {
        for _ in 0..<10 {
            let before = stamps.keys.map(FileStamp.init(of:))
            try? await Task.sleep(for: .milliseconds(50))
            if stamps.keys.map(FileStamp.init(of:)) == before { return }
        }
    }

    /// A file that was only touched is no change.
    private func changed() async -> SpecRevision? {
        let before = texts
        let revision = await look()
        return before != nil && before == texts ? nil : revision
    }

    private func lookAtURLs() async -> SpecRevision? {
        guard nextLook < .now else { return nil }
        defer { nextLook = .now + source.remotePoll }
        switch await references.look() {
        case .unchanged: return nil
        case .changed: return await look()
        case .failure(let diagnostic): return .failure(diagnostic)
        }
    }

    private func look() async -> SpecRevision {
        let before = stamps.keys
        var given = source.overlays.stamps
        given[source.path] = FileStamp(of: source.path)
        let (path, options) = (source.path, source.reading)
        let loaded = await references.load { read in
            DescriptionLoader.load(file: path, options: options, readURL: read)
        }
        texts = loaded.document?.sources.flatMap { [$0.text] + $0.overlays.map(\.text) }
        guard let document = loaded.document else {
            // What it referred to when it was good may be what is broken.
            stamps = Dictionary(before.map { ($0, FileStamp(of: $0)) }) { $1 }
            stamps.merge(given) { $1 }
            return Self.revision(loaded)
        }
        await references.keep()
        stamps = Dictionary(document.sources.dropFirst().compactMap(\.filePath).map { ($0, FileStamp(of: $0)) }) { $1 }
        stamps.merge(given) { $1 }
        return .description(loaded)
    }

    private static func revision(_ loaded: LoadedDescription) -> SpecRevision {
        guard loaded.diagnostics.count == 1, let only = loaded.diagnostics.first, only.code == .unreadableSource else {
            return .description(loaded)
        }
        return .failure(only)
    }
}

extension SourceDocument {
    fileprivate var filePath: String? {
        guard let url = URL(string: uri), url.scheme == "file" else { return nil }
        return url.path
    }
}

extension [OverlaySource] {
    /// Of those that are files, by path.
    var stamps: [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for case .file(let path) in self { stamps[path] = FileStamp(of: path) }
        return stamps
    }
}

/// What tells one content of a file from another without reading it.
struct FileStamp: Equatable {
    var modified: Date?
    var size: UInt64?
    var number: UInt64?

    /// All nil when there is no such file.
    init(of path: String) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
        modified = attributes[.modificationDate] as? Date
        size = attributes[.size] as? UInt64
        number = attributes[.systemFileNumber] as? UInt64
    }
}

public import OpenAPIModel
public import SpecRouter

/// A description at a URL, asked for again and again; unchanged answers cost no more than their head.
///
/// The last good copy is kept on disk, so that a gateway starts while the source is down.
public struct RemoteSource: SpecSource {
    public let name: String
    /// Applied to the description in this order; those that are files are looked at again with the source.
    public var overlays: [OverlaySource] = []
    /// What the description may refer to beside documents of its own origin. Files it may not.
    public var references = ReferencePolicy()
    /// How long to wait before the source is asked again.
    public var poll: Duration
    public var limits = FetchLimits()
    let target: Target
    var cache = SpecCache.standard
    var send = Fetcher.network

    enum Target: Sendable {
        case address(WebAddress, HeaderCredential?)
        /// What is wrong with what the source was made from.
        case fault(Diagnostic)
    }

    init(name: String, target: Target, poll: Duration) {
        self.name = name
        self.target = target
        self.poll = poll
    }

    /// What reading the description may cost.
    var reading: DescriptionLoader.Options {
        var reading = ReadingLimits.standard
        reading.maximumBytes = limits.maximumBytes
        return DescriptionLoader.Options(limits: reading, overlays: overlays)
    }

    public func revisions() -> AsyncStream<SpecRevision> {
        switch target {
        case .fault(let diagnostic): return .once(.failure(diagnostic))
        case .address(let address, let credential):
            let watch = RemoteWatch(self, address, credential)
            return AsyncStream(unfolding: { await watch.next() })
        }
    }
}

extension AsyncStream<SpecRevision> {
    /// One revision, and no end.
    static func once(_ revision: SpecRevision) -> AsyncStream<SpecRevision> {
        AsyncStream { $0.yield(revision) }
    }
}

public import OpenAPIModel

/// Yields revisions of a description: first the current one, then each change; errors never end it.
///
/// A source only fetches and reads. Compiling, swapping and keeping the last good API is the gateway's.
public protocol SpecSource: Sendable {
    /// For people and logs: a path or a URL without credentials.
    var name: String { get }

    /// Ends when the task that iterates it is cancelled. An unchanged description yields nothing.
    func revisions() -> AsyncStream<SpecRevision>
}

/// What a source found when it looked.
public enum SpecRevision: Sendable {
    /// A description that was read, with what is wrong with it.
    case description(LoadedDescription)
    /// The description could not be read at all; the last good one stays.
    case failure(Diagnostic)
}

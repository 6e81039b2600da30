/// Where a description is, as a command line or a configuration file says it.
public enum SourceReference: Sendable, Hashable {
    /// Relative to the working directory, or absolute.
    case file(String)
    case url(String)
    /// The id of a spec resource in a registry.
    case igniteConnex(String)

    /// A path, an http or https URL, or `igniteconnex:SPEC_RESOURCE_ID`.
    ///
    /// A relative path is taken to be in `directory`; an empty one means the working directory.
    public init(_ text: String, relativeTo directory: String = "") {
        let lowercased = text.lowercased()
        if lowercased.hasPrefix("igniteconnex:") {
            self = .igniteConnex(String(text.dropFirst("igniteconnex:".count)))
        } else if lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://") {
            self = .url(text)
        } else {
            self = .file(Self.path(text, in: directory))
        }
    }

    /// Whether it can be one of a description at all. Other schemes are told by `://`, so that a path may have a colon.
    var isPlausible: Bool {
        switch self {
        case .file(let path): !path.isEmpty && !path.contains("://")
        case .url: true
        case .igniteConnex(let id): !id.isEmpty
        }
    }

    static func path(_ text: String, in directory: String) -> String {
        let path = text.hasPrefix("./") && text.count > 2 ? String(text.dropFirst(2)) : text
        if path.hasPrefix("/") || directory.isEmpty { return path }
        return directory.hasSuffix("/") ? directory + path : directory + "/" + path
    }
}

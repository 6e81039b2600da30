import JSONCore
import JSONSchema

/// Writes places in a description as clients see them: relative to its entry document, never a path of this machine.
struct DescriptionPlaces: Sendable {
    private let entry: String
    private let directory: Substring

    /// - Parameter entry: the entry document's URI.
    init(entry: String) {
        self.entry = entry
        directory = entry[..<(entry.lastIndex(of: "/").map { entry.index(after: $0) } ?? entry.startIndex)]
    }

    func reference(to place: SchemaLocation) -> String {
        let fragment = "#" + place.pointer.fragment
        if place.document == entry { return fragment }
        if place.document.hasPrefix(directory) { return place.document.dropFirst(directory.count) + fragment }
        let isLocal = place.document.hasPrefix("file:")
        return (isLocal ? place.document.split(separator: "/").last.map(String.init) ?? "" : place.document) + fragment
    }
}

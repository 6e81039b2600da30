import JSONCore
import JSONSchema
import OpenAPIModel

/// Writes places in a description as clients see them: relative to its entry document, never a path of this machine.
///
/// A class, because all that an API has to say of its description's places shares it.
final class DescriptionPlaces: Sendable {
    private let document: OpenAPIDocument
    /// The entry document's URI.
    private let entry: String
    private let directory: Substring

    init(_ document: OpenAPIDocument) {
        self.document = document
        let entry = document.sources.first?.uri ?? ""
        self.entry = entry
        directory = entry[..<(entry.lastIndex(of: "/").map { entry.index(after: $0) } ?? entry.startIndex)]
    }

    func reference(to place: SchemaLocation) -> String {
        let place = document.writtenLocation(of: place)
        let fragment = "#" + place.pointer.fragment
        if place.document == entry { return fragment }
        if place.document.hasPrefix(directory) { return place.document.dropFirst(directory.count) + fragment }
        let isLocal = place.document.hasPrefix("file:")
        return (isLocal ? place.document.split(separator: "/").last.map(String.init) ?? "" : place.document) + fragment
    }

    subscript(place: Place) -> DescribedPlace { DescribedPlace(places: self, place: place) }

    fileprivate func reference(to place: Place) -> String {
        reference(to: document.schemaLocation(of: place))
    }
}

/// A place in a description that some problem may have to name. Few ever do, so it is written when one does.
struct DescribedPlace: Sendable {
    fileprivate let places: DescriptionPlaces
    fileprivate let place: Place

    /// Linear in the siblings of each of the place's ancestors.
    var reference: String { places.reference(to: place) }
}

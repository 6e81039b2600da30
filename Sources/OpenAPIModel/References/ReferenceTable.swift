import JSONCore
import JSONSchema

/// Where references lead within the sources that have been read. Nothing is copied: a reference is a place.
struct ReferenceTable: Sendable {
    /// References to references beyond this are taken for a circle.
    static let longestChain = 64

    enum Outcome {
        case found(Place)
        /// The document is not among the sources.
        case unread(uri: String)
        case nowhere(reason: String)
    }

    private struct Reference: Hashable {
        var document: Int
        var text: String
    }

    /// Positions of the sources by every URI that references used for them, without fragments.
    var documents: [String: Int] = [:]
    private var known: [Reference: Place] = [:]
    private var members = MemberLookup()

    func target(of text: String, in document: Int, _ sources: [SourceDocument]) -> Place? {
        if let place = known[Reference(document: document, text: text)] { return place }
        var members = members
        guard case .found(let place) = locate(text, in: document, sources, &members) else { return nil }
        return place
    }

    /// Like `locate`, and remembers.
    mutating func find(_ text: String, in document: Int, _ sources: [SourceDocument]) -> Outcome {
        let reference = Reference(document: document, text: text)
        if let place = known[reference] { return .found(place) }
        let outcome = locate(text, in: document, sources, &members)
        if case .found(let place) = outcome { known[reference] = place }
        return outcome
    }

    private func locate(
        _ text: String, in document: Int, _ sources: [SourceDocument], _ members: inout MemberLookup
    ) -> Outcome {
        let reference = URIReference(text)
        var target = document
        if !text.isEmpty && !text.utf8.starts(with: "#".utf8) {
            let uri = reference.resolved(against: URIReference(sources[document].uri)).withoutFragment
            guard let index = documents[uri] else { return .unread(uri: uri) }
            target = index
        }
        let root = sources[target].root
        guard let fragment = reference.fragment, !fragment.isEmpty else {
            return .found(Place(document: target, index: root.index))
        }
        guard fragment.utf8.first == UInt8(ascii: "/") else {
            guard let anchor = Self.anchor(fragment, in: root) else {
                return .nowhere(reason: "There is no anchor \"\(fragment)\" in \"\(sources[target].name)\".")
            }
            return .found(Place(document: target, index: anchor))
        }
        guard let pointer = JSONPointer(fragment: fragment) ?? JSONPointer(fragment) else {
            return .nowhere(reason: "\"#\(fragment)\" is not a JSON Pointer.")
        }
        guard let value = members.value(at: pointer, in: root) else {
            return .nowhere(reason: Self.missing(pointer, sources[target]))
        }
        return .found(Place(document: target, index: value.index))
    }

    /// Names the first step of the pointer that does not exist.
    private static func missing(_ pointer: JSONPointer, _ source: SourceDocument) -> String {
        var value = source.root
        for token in pointer.tokens {
            guard let next = value.value(at: JSONPointer(tokens: [token])) else {
                return "There is no \"\(token)\" on the way to \"#\(pointer)\" in \"\(source.name)\"."
            }
            value = next
        }
        return "\"#\(pointer)\" is not in \"\(source.name)\"."
    }

    /// The object with this `$anchor`. Linear in the document.
    private static func anchor(_ name: String, in root: JSON) -> Int? {
        let tape = root.tape
        for index in root.index..<tape.next(after: root.index) where tape.entry(index).kind == .object {
            let object = JSON(tape: tape, index: index)
            let anchor = object["$anchor"] ?? object["$dynamicAnchor"]
            if let text = anchor?.string, text.utf8.elementsEqual(name.utf8) { return index }
        }
        return nil
    }
}

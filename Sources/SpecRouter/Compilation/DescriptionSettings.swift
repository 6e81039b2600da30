import JSONCore
import OpenAPIModel

/// What a description says to us: its keys that begin with `x-specrouter-`, by the objects that have them.
struct DescriptionSettings {
    struct Setting {
        var key: String
        var value: JSON
        var place: Place
    }

    static let prefix = "x-specrouter-"

    private(set) var all: [(owner: Place, setting: Setting)] = []
    private var byOwner: [Place: [Setting]] = [:]

    /// One look at each entry of the description, and more where there are such keys.
    init(_ document: OpenAPIDocument) {
        for (index, source) in document.sources.enumerated() { collect(source.root, index) }
    }

    /// Of the root, the path item and the operation: what comes later counts more.
    func settings(for operation: Operation, in document: OpenAPIDocument) -> [Setting] {
        if byOwner.isEmpty { return [] }
        let owners = [document.rootPlace] + operation.pathItems.reversed() + [operation.place]
        return owners.flatMap { byOwner[$0] ?? [] }
    }

    func settings(of owner: Place) -> [Setting] { byOwner[owner] ?? [] }

    private mutating func collect(_ root: JSON, _ document: Int) {
        let tape = root.tape
        let end = tape.next(after: root.index)
        for index in root.index..<end where index + 1 < end {
            let entry = tape.entry(index)
            guard entry.kind == .string, entry.count > Self.prefix.utf8.count else { continue }
            let text = JSON(tape: tape, index: index)
            guard text.withText({ $0.starts(with: "x-specrouter-") }), let key = text.string else { continue }
            add(key, JSON(tape: tape, index: index + 1), document, root)
        }
    }

    /// Leaves out what only looks like a key, as a text in a list does.
    private mutating func add(_ key: String, _ value: JSON, _ document: Int, _ root: JSON) {
        var pointer = value.tape.pointer(to: value.index)
        guard pointer.tokens.popLast() == key, let owner = root.value(at: pointer), owner.kind == .object else {
            return
        }
        let setting = Setting(key: key, value: value, place: Place(document: document, index: value.index))
        let place = Place(document: document, index: owner.index)
        all.append((place, setting))
        byOwner[place, default: []].append(setting)
    }
}

extension OpenAPIDocument {
    var rootPlace: Place { Place(document: 0, index: sources[0].root.index) }
}

extension Span<UInt8> {
    fileprivate func starts(with prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        return self.count >= count && extracting(0..<count).equals(prefix)
    }
}

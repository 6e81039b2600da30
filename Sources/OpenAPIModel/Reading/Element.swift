import JSONCore

/// A value of a source while it is being read, with the key it stands under.
struct Element {
    let document: Int
    let json: JSON
    /// On the tape; nil for elements of arrays and for roots.
    private let keyIndex: Int?

    init(document: Int, json: JSON, keyIndex: Int? = nil) {
        self.document = document
        self.json = json
        self.keyIndex = keyIndex
    }

    var place: Place { Place(document: document, index: json.index) }

    /// Where an editor's cursor belongs: on the key of an object or array, on a text itself.
    var reportIndex: Int { json.entry.isContainer ? keyIndex ?? json.index : json.index }

    var isObject: Bool { json.kind == .object }

    subscript(_ name: String) -> Element? {
        json[name].map { Element(document: document, json: $0, keyIndex: $0.index - 1) }
    }

    /// Those of an object, in order; none for other values.
    var members: some Sequence<(key: String, value: Element)> {
        let document = document
        return json.memberKeys.lazy.map { pair in
            (pair.key.string ?? "", Element(document: document, json: pair.value, keyIndex: pair.key.index))
        }
    }

    /// Like `members`, without the specification's extensions.
    var declaredMembers: some Sequence<(key: String, value: Element)> {
        members.filter { !$0.key.utf8.starts(with: "x-".utf8) }
    }

    /// Those of an array, in order; none for other values.
    var elements: some Sequence<Element> {
        let document = document
        return json.elements.lazy.map { Element(document: document, json: $0) }
    }
}

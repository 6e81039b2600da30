import JSONCore

/// What `x-specrouter-ignore` silences: findings of the rules it names, on the object that has it and everything within.
struct IgnoreMarks {
    static let key = "x-specrouter-ignore"

    /// Entries of the mark itself that are no rule's code.
    private(set) var faults: [LintFinding] = []
    /// By document and code: disjoint ranges of tape indices, ascending.
    private var silenced: [[Diagnostic.Code: [Range<Int>]]]

    init(_ document: OpenAPIDocument) {
        silenced = Array(repeating: [:], count: document.sources.count)
        for (index, source) in document.sources.enumerated() where Self.mayHold(source.root) {
            collect(index, source.root)
        }
    }

    func silence(_ code: Diagnostic.Code, at place: Place) -> Bool {
        guard let ranges = silenced[place.document][code] else { return false }
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= place.index { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(place.index)
    }

    /// Whether a text as long as the key, and beginning like it, is there at all: saves most documents the search.
    private static func mayHold(_ root: JSON) -> Bool {
        let tape = root.tape
        let length = key.utf8.count
        for index in root.index..<tape.next(after: root.index) {
            let entry = tape.entry(index)
            guard entry.kind == .string, entry.count == length else { continue }
            if JSON(tape: tape, index: index).textEquals("x-specrouter-ignore") { return true }
        }
        return false
    }

    private mutating func collect(_ document: Int, _ root: JSON) {
        let tape = root.tape
        for index in root.index..<tape.next(after: root.index) where tape.entry(index).kind == .object {
            guard let mark = JSON(tape: tape, index: index)[Self.key] else { continue }
            let named = mark.kind == .array ? Array(mark.elements) : [mark]
            for name in named { add(name, document, index..<tape.next(after: index)) }
        }
    }

    private mutating func add(_ name: JSON, _ document: Int, _ range: Range<Int>) {
        let place = Place(document: document, index: name.index)
        guard let text = name.string else {
            let message = "\"\(Self.key)\" must be the code of a rule, or a list of codes."
            return faults.append(LintFinding(place: place, message: message))
        }
        let code = Diagnostic.Code(rawValue: text)
        guard LintRule.named(code) != nil else {
            let nearest = Spelling.nearest(to: text, in: LintRule.all.map(\.code.rawValue))
            let message = "There is no rule \"\(text)\", so nothing is silenced by it."
            return faults.append(
                LintFinding(place: place, message: message, hint: nearest.map { "Did you mean \"\($0)\"?" }))
        }
        // Objects come before those within them.
        if let last = silenced[document][code]?.last, last.upperBound >= range.upperBound { return }
        silenced[document][code, default: []].append(range)
    }
}

extension EncodedLog {
    /// The finished log with every fragment in its place; of several values of one key the last.
    func reordered() -> EncodedLog {
        var order = EncodedOrder(self)
        return order.write()
    }

    /// The finished document. Its text is `JSONTape`'s source.
    consuming func document() -> JSON {
        let storage = JSONTape.Storage(
            entries: entries, bytes: text.bytes, unescaped: unescaped, sourceCount: text.count)
        return JSON(tape: JSONTape(storage), index: 0)
    }

    /// A value of another document, for the place that awaits one. Not recursive.
    mutating func append(_ json: JSON) {
        var ends: [Int] = []
        var index = json.index
        var isKey = false
        repeat {
            let entry = json.tape.entry(index)
            let isMember = !ends.isEmpty && isObject(openContainer) && !isKey
            if isMember {
                _ = json.tape.withText(at: index) { key(String(utf8: $0), in: openContainer) }
            } else {
                if !ends.isEmpty, isArray(openContainer) { _ = element(of: openContainer) }
                appendValue(entry, json.tape, index)
                if entry.isContainer { ends.append(entry.end) }
            }
            isKey = isMember
            index += 1
            while ends.last == index {
                ends.removeLast()
                end()
            }
        } while !ends.isEmpty
    }

    /// Begins a container, or writes a whole scalar.
    fileprivate mutating func appendValue(_ entry: TapeEntry, _ tape: JSONTape, _ index: Int) {
        switch entry.kind {
        case .object, .array: begin(entry.kind)
        case .string: tape.withText(at: index) { string($0) }
        case .integer, .number: tape.withLiteral(of: entry) { number(entry, literal: $0) }
        case .boolean: bool(entry.flags.contains(.isTrue))
        default: null()
        }
    }
}

/// Where the parts of a log belong.
private struct EncodedOrder {
    private let tape: JSONTape
    private let nested: Set<Int>
    private var continuations: [Int: [Int]] = [:]
    private var replacements: [Int: Int] = [:]
    private var result: EncodedLog

    init(_ log: EncodedLog) {
        tape = log.document().tape
        nested = Set(log.nested)
        result = EncodedLog(capacity: log.text.count)
        for fragment in log.fragments {
            switch fragment.purpose {
            case .continuation: continuations[fragment.target, default: []].append(fragment.start)
            case .replacement: replacements[fragment.target] = fragment.start
            }
        }
    }

    mutating func write() -> EncodedLog {
        write([latest(0)])
        result.finish()
        return result
    }

    /// As deep as the values were nested, which their own `encode(to:)` was too.
    private mutating func write(_ pieces: [Int]) {
        guard let first = pieces.first else { return }
        let entry = tape.entry(first)
        guard entry.isContainer else { return result.appendValue(entry, tape, first) }
        let container = result.begin(entry.kind)
        let pieces = pieces.flatMap { [$0] + (continuations[$0] ?? []) }
        if entry.kind == .array {
            for element in pieces.flatMap(elements) {
                _ = result.element(of: container)
                write([element])
            }
        } else {
            for (name, values) in members(of: pieces) {
                _ = result.key(name, in: container)
                write(values)
            }
        }
        result.end()
    }

    private func elements(of array: Int) -> [Int] {
        JSON(tape: tape, index: array).elements.map { latest($0.index) }
    }

    /// Each key with its value, or with the containers that make up its value.
    private func members(of objects: [Int]) -> [(name: String, values: [Int])] {
        var members: [(name: String, values: [Int])] = []
        var positions: [[UInt8]: Int] = [:]
        for (key, value) in objects.flatMap({ JSON(tape: tape, index: $0).memberKeys.map { ($0.key, $0.value) } }) {
            let name = key.string ?? ""
            let value = latest(value.index)
            guard let position = positions[Array(name.utf8)] else {
                positions[Array(name.utf8)] = members.count
                members.append((name, [value]))
                continue
            }
            let continues = nested.contains(value) && members[position].values.allSatisfy { isSameKind($0, value) }
            members[position].values = continues ? members[position].values + [value] : [value]
        }
        return members
    }

    private func isSameKind(_ left: Int, _ right: Int) -> Bool { tape.entry(left).kind == tape.entry(right).kind }

    private func latest(_ place: Int) -> Int {
        var place = place
        while let later = replacements[place], later != place { place = later }
        return place
    }
}

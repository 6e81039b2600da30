extension EncodedLog {
    /// A moment to which the log can be taken back, as long as nothing came out of order since.
    struct Mark {
        var text: Int
        var entries: Int
        var unescaped: Int
        var fragments: Int
        var open: Int
        var children: Int
    }

    /// To be taken before `key` or `element`.
    mutating func mark(in container: Int) -> Mark {
        resume(container)
        return Mark(
            text: text.count, entries: entries.count, unescaped: unescaped.count, fragments: fragments.count,
            open: open.count, children: open.last?.children ?? 0)
    }

    /// Forgets a value that could not be encoded.
    mutating func takeBack(to mark: Mark) {
        guard fragments.count == mark.fragments, open.count >= mark.open, let last = open.indices.last else { return }
        open.removeLast(last + 1 - mark.open)
        open[mark.open - 1].children = mark.children
        text.truncate(to: mark.text)
        entries.removeLast(entries.count - mark.entries)
        unescaped.removeLast(unescaped.count - mark.unescaped)
        nested.removeAll { $0 >= mark.entries }
        isAwaiting = false
    }
}

extension EncodedLog {
    /// How the value at `place` is come to, by what was logged so far.
    func path(to place: Int) -> [any CodingKey] {
        var keys: [PathKey] = []
        var place = place
        while true {
            if let fragment = fragments.first(where: { $0.start == place }) {
                place = fragment.target
                continue
            }
            let containers = entries.indices.prefix(place).reversed()
            guard let parent = containers.first(where: { encloses($0, place) }) else { break }
            keys.append(key(of: place, in: parent))
            place = parent
        }
        return keys.reversed()
    }

    private func encloses(_ container: Int, _ place: Int) -> Bool {
        let entry = entries[container]
        return entry.isContainer && (entry.payload == 0 || entry.end > place)
    }

    private func key(of place: Int, in parent: Int) -> PathKey {
        if entries[parent].kind == .object { return PathKey(name(of: entries[place - 1])) }
        var (position, index) = (0, parent + 1)
        while index < place {
            let entry = entries[index]
            index = entry.isContainer ? max(entry.end, index + 1) : index + 1
            position += 1
        }
        return PathKey(position)
    }

    private func name(of key: TapeEntry) -> String {
        let source = key.flags.contains(.escaped) ? unescaped : text.bytes
        return String(utf8: source.span.extracting(key.offset..<(key.offset + key.count)))
    }
}

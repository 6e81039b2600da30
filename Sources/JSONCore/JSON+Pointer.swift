extension JSON {
    /// The value at this place; nil when there is none. Array positions are written without leading zeros.
    public func value(at pointer: JSONPointer) -> JSON? {
        var value = self
        for token in pointer.tokens {
            guard let next = value.child(token) else { return nil }
            value = next
        }
        return value
    }

    func child(_ token: String) -> JSON? {
        switch kind {
        case .object: return self[token]
        case .array:
            guard let first = token.utf8.first, 0x30...0x39 ~= first, first != 0x30 || token.utf8.count == 1 else {
                return nil
            }
            return Int(token).flatMap { self[$0] }
        default: return nil
        }
    }

    /// Where this value stands in its document.
    package var pointer: JSONPointer { tape.pointer(to: index) }
}

extension JSONTape {
    /// Where the value at `index` stands; for a key, where its value stands.
    ///
    /// Walks from the root: linear in the siblings of each ancestor. For reports.
    package func pointer(to target: Int) -> JSONPointer {
        var pointer = JSONPointer()
        var index = 0
        while index < target {
            guard let step = child(of: index, containing: target) else { break }
            pointer.tokens.append(step.token)
            index = step.index
        }
        return pointer
    }

    private func child(of container: Int, containing target: Int) -> (token: String, index: Int)? {
        let entry = entries[container]
        guard entry.isContainer else { return nil }
        let isObject = entry.kind == .object
        var position = 0
        var child = container + 1
        while child < entry.end {
            let value = isObject ? child + 1 : child
            let next = self.next(after: value)
            if target < next {
                let token = isObject ? withText(at: child) { String(utf8: $0) } : String(position)
                return (token, value)
            }
            child = next
            position += 1
        }
        return nil
    }
}

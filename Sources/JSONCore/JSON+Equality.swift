extension JSON: Hashable {
    /// JSON Schema's equality (2020-12, core, section 4.2.2). Linear in the values; not recursive.
    public static func == (left: JSON, right: JSON) -> Bool {
        var comparison = JSONComparison(left.tape, right.tape)
        return comparison.areEqual(left.index, right.index)
    }

    /// Agrees with `==`. Linear in the value; not recursive.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(tape.hash(at: index))
    }
}

private struct JSONComparison {
    private let left: JSONTape
    private let right: JSONTape
    private var pending: [(Int, Int)] = []

    init(_ left: JSONTape, _ right: JSONTape) {
        self.left = left
        self.right = right
    }

    mutating func areEqual(_ leftIndex: Int, _ rightIndex: Int) -> Bool {
        guard compare(leftIndex, rightIndex) else { return false }
        while let (leftIndex, rightIndex) = pending.popLast() {
            let isArray = left.entry(leftIndex).kind == .array
            guard isArray ? compareElements(leftIndex, rightIndex) : compareMembers(leftIndex, rightIndex) else {
                return false
            }
        }
        return true
    }

    /// Compares two values as far as they go without their children, which become pending.
    private mutating func compare(_ leftIndex: Int, _ rightIndex: Int) -> Bool {
        let (a, b) = (left.entry(leftIndex), right.entry(rightIndex))
        guard a.kind == b.kind else { return false }
        switch a.kind {
        case .null: return true
        case .boolean: return a.flags.contains(.isTrue) == b.flags.contains(.isTrue)
        case .string: return left.withText(at: leftIndex) { text in right.withText(at: rightIndex) { $0.equals(text) } }
        case .integer, .number: return JSONTape.equalNumbers(left, a, right, b)
        default:
            if left === right && leftIndex == rightIndex { return true }
            guard a.count == b.count || !a.flags.union(b.flags).isDisjoint(with: .duplicateKeys) else { return false }
            pending.append((leftIndex, rightIndex))
            return true
        }
    }

    private mutating func compareElements(_ leftArray: Int, _ rightArray: Int) -> Bool {
        let end = left.entry(leftArray).end
        var (a, b) = (leftArray + 1, rightArray + 1)
        while a < end {
            guard compare(a, b) else { return false }
            (a, b) = (left.next(after: a), right.next(after: b))
        }
        return true
    }

    private mutating func compareMembers(_ leftObject: Int, _ rightObject: Int) -> Bool {
        let a = MemberKeys(left, leftObject)
        let b = MemberKeys(right, rightObject)
        guard a.keys.count == b.keys.count else { return false }
        for (position, key) in a.keys.enumerated() {
            guard let match = left.withText(at: key, { b.position(of: $0, near: position) }) else { return false }
            guard compare(key + 1, b.keys[match] + 1) else { return false }
        }
        return true
    }
}

extension JSONTape {
    /// Children stand behind their parents on the tape, so going backwards finds their hashes ready.
    fileprivate func hash(at root: Int) -> Int {
        guard entry(root).isContainer else { return scalarHash(at: root) }
        let end = next(after: root)
        var hashes = Array(repeating: 0, count: end - root)
        for index in (root..<end).reversed() {
            let entry = entry(index)
            switch entry.kind {
            case .array: hashes[index - root] = arrayHash(index, entry.end) { hashes[$0 - root] }
            case .object: hashes[index - root] = objectHash(index, entry) { hashes[$0 - root] }
            default: hashes[index - root] = scalarHash(at: index)
            }
        }
        return hashes[0]
    }

    private func scalarHash(at index: Int) -> Int {
        let entry = entry(index)
        var hasher = Hasher()
        hasher.combine(entry.kind.rawValue)
        switch entry.kind {
        case .boolean: hasher.combine(entry.flags.contains(.isTrue))
        case .string: withText(at: index) { $0.hash(into: &hasher) }
        case .integer, .number: hashNumber(entry, into: &hasher)
        default: break
        }
        return hasher.finalize()
    }

    private func arrayHash(_ array: Int, _ end: Int, _ childHash: (Int) -> Int) -> Int {
        var hasher = Hasher()
        hasher.combine(JSONKind.array.rawValue)
        var index = array + 1
        while index < end {
            hasher.combine(childHash(index))
            index = next(after: index)
        }
        return hasher.finalize()
    }

    /// Independent of the members' order.
    private func objectHash(_ object: Int, _ entry: TapeEntry, _ childHash: (Int) -> Int) -> Int {
        var keys: [Int] = []
        var index = object + 1
        while index < entry.end {
            keys.append(index)
            index = next(after: index + 1)
        }
        if entry.flags.contains(.duplicateKeys) { keys = lastKeys(keys) }
        var sum = 0
        for key in keys {
            var hasher = Hasher()
            hasher.combine(childHash(key))
            hasher.combine(childHash(key + 1))
            sum &+= hasher.finalize()
        }
        var hasher = Hasher()
        hasher.combine(JSONKind.object.rawValue)
        hasher.combine(sum)
        return hasher.finalize()
    }
}

/// What an encoder is told, as text and tape in the order in which it is told.
///
/// That is the document already when every container was filled before the next one beside it began, and no key was
/// given twice, as in nearly every type. What comes out of order is logged as a fragment, and `reordered` puts the
/// fragments in their places. A container is known by the index of its entry.
struct EncodedLog {
    /// Values of a container that was closed, or the later value of a place that had one.
    struct Fragment {
        enum Purpose { case continuation, replacement }

        var purpose: Purpose
        /// The entry that is continued or replaced.
        var target: Int
        var start: Int
    }

    var text: JSONText
    var entries: [TapeEntry] = []
    var unescaped: [UInt8] = []
    var fragments: [Fragment] = []
    /// The containers that continue an earlier one of the same key, in order.
    var nested: [Int] = []
    var hasDuplicates = false
    var open: [(container: Int, children: Int)] = []
    /// Whether the next entry is the value of a key or place that is there already.
    var isAwaiting = true

    init(capacity: Int) {
        text = JSONText(capacity: capacity)
        entries.reserveCapacity(64)
        open.reserveCapacity(8)
    }

    var isInOrder: Bool { fragments.isEmpty && !hasDuplicates }

    /// Closes what is open.
    mutating func finish() {
        settle()
        closeAll()
    }

    func isObject(_ index: Int) -> Bool { entries.indices.contains(index) && entries[index].kind == .object }

    func isArray(_ index: Int) -> Bool { entries.indices.contains(index) && entries[index].kind == .array }

    /// Where the value of a place stands now.
    func latest(_ place: Int) -> Int {
        fragments.last { $0.purpose == .replacement && $0.target == place }?.start ?? place
    }
}

/// Places.
extension EncodedLog {
    /// A key of an object; its value goes to the place that is answered.
    mutating func key(_ name: String, in object: Int) -> Int {
        resume(object)
        beginChild()
        var name = name
        name.withUTF8Span { string($0) }
        text.append(UInt8(ascii: ":"))
        isAwaiting = true
        return entries.count
    }

    /// The place of an array's next element.
    mutating func element(of array: Int) -> Int {
        resume(array)
        beginChild()
        isAwaiting = true
        return entries.count
    }

    /// Makes the next entry the value of `place`, which may have had one.
    mutating func reach(_ place: Int) {
        if isAwaiting, entries.count == place { return }
        begin(.replacement, of: place)
        isAwaiting = true
    }

    /// A place that got no value gets an empty object.
    mutating func settle() {
        guard isAwaiting else { return }
        begin(.object)
        close()
    }

    /// The same for this one place.
    mutating func settle(_ place: Int) {
        if isAwaiting, entries.count == place { settle() }
    }

    mutating func markNested(_ container: Int) { nested.append(container) }

    /// Of an open container, or of the last fragment that continues it.
    func childCount(_ container: Int) -> Int {
        var count = 0
        let pieces =
            [container] + fragments.filter { $0.purpose == .continuation && $0.target == container }.map(\.start)
        for piece in pieces {
            count += open.last { $0.container == piece }?.children ?? entries[piece].count
        }
        return count
    }

    /// Makes `container` the innermost that is open.
    mutating func resume(_ container: Int) {
        if !isAwaiting, open.last?.container == container { return }
        settle()
        if isOpen(container) {
            close(to: container)
        } else if let fragment = fragments.last(where: { $0.target == container && isOpen($0.start) }) {
            close(to: fragment.start)
        } else {
            let kind = entries[container].kind
            begin(.continuation, of: container)
            begin(kind)
        }
    }

    /// An open container's payload is 0 until it is closed; only containers are asked about.
    private func isOpen(_ container: Int) -> Bool { entries[container].isContainer && entries[container].payload == 0 }

    private mutating func begin(_ purpose: Fragment.Purpose, of target: Int) {
        settle()
        closeAll()
        fragments.append(Fragment(purpose: purpose, target: target, start: entries.count))
    }

    private mutating func close(to container: Int) {
        while let last = open.last, last.container != container { close() }
    }

    private mutating func closeAll() {
        while !open.isEmpty { close() }
    }

    mutating func beginChild() {
        guard let last = open.indices.last else { return }
        if open[last].children > 0 { text.append(UInt8(ascii: ",")) }
        open[last].children &+= 1
    }

    mutating func close() {
        guard let (container, children) = open.popLast() else { return }
        let isObject = entries[container].kind == .object
        text.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        entries[container].payload = UInt64(entries.count) << 32 | UInt64(children)
        guard isObject, children > 1 else { return }
        let duplicate = DuplicateKeys.first(inObjectAt: container, entries.span, text.bytes.span, unescaped.span)
        if duplicate != nil { hasDuplicates = true }
    }
}

/// A value that is being decoded, and what all its decoders and containers share.
///
/// A class because decoders and containers are to be one reference and one index each: boxed without an allocation,
/// copied by one retain. It remembers where the next member probably stands.
final class DecodedDocument {
    let tape: JSONTape
    let userInfo: [CodingUserInfoKey: any Sendable]
    let special: TapeDecoder.Special?
    /// The special ones, apart because every value's type is looked for among them.
    private let specialTypes: [ObjectIdentifier]
    private let root: Int
    /// How the root itself was come to.
    private let prefix: [any CodingKey]
    private lazy var places = TapePlaces(tape, root)
    /// The object in which a member was found last, and where its next key stands.
    private var lastObject = -1
    private var nextKey = 0
    /// Of the objects in which looking at every key would be too slow or wrong.
    private var indexes: [Int: MemberKeys] = [:]
    private let containerTypes: KeyedContainerTypes
    /// Those that were known at the start.
    private let knownContainers: [KeyedContainerType]
    /// Of the known ones, the one behind the last that was asked for.
    private var nextContainer = 0

    init(
        _ json: JSON, prefix: [any CodingKey] = [], special: TapeDecoder.Special?,
        userInfo: [CodingUserInfoKey: any Sendable], containerTypes: KeyedContainerTypes
    ) {
        tape = json.tape
        root = json.index
        self.prefix = prefix
        self.special = special
        specialTypes = special?.types ?? []
        self.userInfo = userInfo
        self.containerTypes = containerTypes
        knownContainers = containerTypes.all
    }

    /// For a value that is not there, under `key` of a container.
    func absent(_ key: any CodingKey, in container: Int) -> ValueDecoder {
        let document = DecodedDocument(
            .placeholder, prefix: path(to: container) + [key], special: special, userInfo: userInfo,
            containerTypes: containerTypes)
        return ValueDecoder(document, 0)
    }

    /// The value of a member; the next one is looked for behind it, whatever was read inside of it.
    func value<Value: Decodable>(_ type: Value.Type, ofMemberAt index: Int, of object: Int) throws -> Value {
        let value = try value(type, at: index)
        passMember(at: index, of: object)
        return value
    }

    func isSpecial(_ type: any Decodable.Type) -> Bool {
        let type = ObjectIdentifier(type)
        for index in specialTypes.indices where specialTypes[index] == type { return true }
        return false
    }

    func isNull(_ index: Int) -> Bool { tape.entry(index).kind == .null }

    /// How the value at `index` was come to. The first call reads the whole document, so that any number of errors
    /// take linear time together.
    func path(to index: Int) -> [any CodingKey] { prefix + places.path(to: index) }
}

extension DecodedDocument {
    /// Values ask for the same containers in the same order, mostly.
    func containerType<Key: CodingKey>(keyedBy key: Key.Type) -> any TapeContainer<Key>.Type {
        var position = nextContainer
        for _ in knownContainers.indices {
            if position >= knownContainers.count { position = 0 }
            if let type = knownContainers[position].container(keyedBy: key) {
                nextContainer = position &+ 1
                return type
            }
            position &+= 1
        }
        if knownContainers.count < KeyedContainerTypes.limit { containerTypes.learn(key) }
        return KeyedTapeContainer<Key>.self
    }
}

extension DecodedDocument {
    /// Where the value of this key stands. Asked for in the order of the members, each is found at once.
    func member(_ key: consuming String, of object: Int) -> Int? {
        key.withUTF8Span { name in
            let guess = lastObject == object ? nextKey : object &+ 1
            let entry = tape.entry(object)
            let isNext = guess < entry.end && !entry.flags.contains(.duplicateKeys) && tape.hasText(name, at: guess)
            guard let key = isNext ? guess : distantMember(name, from: guess, in: entry, object) else { return nil }
            passMember(at: key &+ 1, of: object)
            return key &+ 1
        }
    }

    /// Has the next member looked for behind this one's value.
    @inline(__always)
    private func passMember(at index: Int, of object: Int) {
        lastObject = object
        let value = tape.entry(index)
        nextKey = value.isContainer ? value.end : index &+ 1
    }

    @inline(never)
    private func distantMember(_ name: Span<UInt8>, from guess: Int, in entry: TapeEntry, _ object: Int) -> Int? {
        let isUnique = !entry.flags.contains(.duplicateKeys)
        let near = isUnique ? nearMember(name, from: guess, in: entry, object) : nil
        return near ?? indexedMember(name, in: entry, object)
    }

    /// Looks from `guess` to the end, then from the start, but not at more than a few keys.
    private func nearMember(_ name: Span<UInt8>, from guess: Int, in entry: TapeEntry, _ object: Int) -> Int? {
        var key = guess
        for _ in 0..<min(entry.count, Self.fewKeys) {
            if key >= entry.end { key = object &+ 1 }
            if tape.hasText(name, at: key) { return key }
            key = tape.next(after: key &+ 1)
        }
        return nil
    }

    private static let fewKeys = 16

    private func indexedMember(_ name: Span<UInt8>, in entry: TapeEntry, _ object: Int) -> Int? {
        guard entry.count > Self.fewKeys || entry.flags.contains(.duplicateKeys) else { return nil }
        let index = memberKeys(object)
        return index.position(of: name, near: 0).map { index.keys[$0] }
    }

    /// The keys of an object that count, in order.
    func keys(of object: Int) -> [String] {
        memberKeys(object).keys.map { key in tape.withText(at: key) { String(utf8: $0) } }
    }

    private func memberKeys(_ object: Int) -> MemberKeys {
        if let index = indexes[object] { return index }
        let index = MemberKeys(tape, object)
        indexes[object] = index
        return index
    }
}

extension JSONTape {
    /// Whether the key or string at `index` has exactly these bytes.
    @inline(__always)
    func hasText(_ text: Span<UInt8>, at index: Int) -> Bool {
        let entry = entry(index)
        return entry.count == text.count && withText(of: entry) { $0.equals(text) }
    }

    /// Calls `body` with the UTF-8 of the string or key that `entry` is.
    @inline(__always)
    func withText<Result>(of entry: TapeEntry, _ body: (Span<UInt8>) -> Result) -> Result {
        let start = entry.offset
        let source = unsafe entry.flags.contains(.escaped) ? elements.unescaped : elements.bytes
        let text = unsafe Span(_unsafeElements: source).extracting(start..<(start &+ entry.count))
        return withExtendedLifetime(self) { body(text) }
    }
}

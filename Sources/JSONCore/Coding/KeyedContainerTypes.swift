import Synchronization

/// The keyed containers that a decoder's types asked for.
///
/// The runtime looks a generic type and its conformance up by hashing, at each use: a twelfth of the instructions of
/// decoding a small body. A class because all copies of a decoder share what they learn.
final class KeyedContainerTypes: Sendable {
    /// More are not remembered: they are searched one after the other.
    static let limit = 32

    private let known = Mutex<[KeyedContainerType]>([])

    var all: [KeyedContainerType] { known.withLock { $0 } }

    func learn<Key: CodingKey>(_ key: Key.Type) {
        known.withLock { known in
            let isKnown = known.contains { $0.container(keyedBy: key) != nil }
            if !isKnown, known.count < Self.limit { known.append(KeyedContainerType(key)) }
        }
    }
}

struct KeyedContainerType: Sendable {
    private let key: ObjectIdentifier
    /// `KeyedTapeContainer` of the key.
    private let container: any TapeContainer.Type

    init<Key: CodingKey>(_ key: Key.Type) {
        self.key = ObjectIdentifier(key)
        container = KeyedTapeContainer<Key>.self
    }

    /// Nil when this is another key's.
    func container<Key: CodingKey>(keyedBy key: Key.Type) -> (any TapeContainer<Key>.Type)? {
        guard ObjectIdentifier(key) == self.key else { return nil }
        // The same metatype: both have a type and its conformance, and the type's `Key` is this one.
        return unsafe unsafeBitCast(container, to: (any TapeContainer<Key>.Type).self)
    }
}

/// What `KeyedTapeContainer` is, whatever the key.
protocol TapeContainer<Key>: KeyedDecodingContainerProtocol, SendableMetatype {
    init(_ document: DecodedDocument, _ object: Int)
}

extension TapeContainer {
    static func container(_ document: DecodedDocument, _ object: Int) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Self(document, object))
    }
}

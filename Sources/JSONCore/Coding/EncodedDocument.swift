/// A document that is being encoded, and what all its encoders and containers share.
///
/// A class because encoders and containers are to be one reference and one index each: boxed without an allocation.
final class EncodedDocument {
    let userInfo: [CodingUserInfoKey: any Sendable]
    private let special: TapeEncoder.Special?
    private var log = EncodedLog(capacity: 1024)

    init(special: TapeEncoder.Special?, userInfo: [CodingUserInfoKey: any Sendable]) {
        self.special = special
        self.userInfo = userInfo
    }

    func finish() -> (json: JSON, text: [UInt8]) {
        log.finish()
        if !log.isInOrder { log = log.reordered() }
        return (log.document(), log.text.finished())
    }

    /// A type that encodes nothing becomes an empty object.
    func encode<Value: Encodable>(_ value: Value, at place: Int) throws {
        let type = ObjectIdentifier(Value.self)
        if type == ObjectIdentifier([String].self) {
            return texts(unsafe unsafeBitCast(value, to: [String].self), at: place)
        }
        if type == ObjectIdentifier(JSON.self), let json = value as? JSON {
            log.reach(place)
            return log.append(json)
        }
        if let special, isSpecial(type, special) {
            try special.encode(value).encode(to: ValueEncoder(self, place))
        } else {
            try value.encode(to: ValueEncoder(self, place))
        }
        log.settle(place)
    }

    private func isSpecial(_ type: ObjectIdentifier, _ special: TapeEncoder.Special) -> Bool {
        for index in special.types.indices where special.types[index] == type { return true }
        return false
    }

    /// What `[String]` would encode, which hands over one string after the other through three containers.
    private func texts(_ texts: [String], at place: Int) {
        log.reach(place)
        let array = log.begin(.array)
        for text in texts {
            _ = log.element(of: array)
            write(text)
        }
        log.end()
    }
}

/// Places.
extension EncodedDocument {
    func reach(_ place: Int) { log.reach(place) }

    func key(_ key: any CodingKey, in object: Int) -> Int { log.key(key.stringValue, in: object) }

    func key(_ name: String, in object: Int) { _ = log.key(name, in: object) }

    func element(of array: Int) -> Int { log.element(of: array) }

    func childCount(_ container: Int) -> Int { log.childCount(container) }

    /// Asked again (as a subclass and its superclass do), answers the same container.
    func container(_ kind: JSONKind, at place: Int) -> Int {
        let latest = log.latest(place)
        if kind == .object ? log.isObject(latest) : log.isArray(latest) { return latest }
        log.reach(place)
        return log.begin(kind)
    }

    /// Asked again for the same key, answers one that continues the earlier.
    func nestedContainer(_ kind: JSONKind, at place: Int) -> Int {
        let container = container(kind, at: place)
        log.markNested(container)
        return container
    }

    /// When the value cannot be encoded, its key is forgotten.
    func encode<Value: Encodable>(_ value: Value, key: String, in object: Int) throws {
        let mark = log.mark(in: object)
        let place = log.key(key, in: object)
        do {
            try encode(value, at: place)
        } catch {
            log.takeBack(to: mark)
            throw error
        }
    }

    func encode<Value: Encodable>(_ value: Value, in array: Int) throws {
        let mark = log.mark(in: array)
        let place = log.element(of: array)
        do {
            try encode(value, at: place)
        } catch {
            log.takeBack(to: mark)
            throw error
        }
    }

    /// How the value at `place` is come to. Linear in what was encoded before.
    func path(to place: Int) -> [any CodingKey] { log.path(to: place) }
}

/// Scalars, each for the place that awaits one.
extension EncodedDocument {
    func writeNull() { log.null() }
    func write(_ value: Bool) { log.bool(value) }

    func write(_ value: String) {
        var text = value
        text.withUTF8Span { log.string($0) }
    }

    func write<Integer: FixedWidthInteger>(_ value: Integer) {
        if let value = Int64(exactly: value) { log.int(value) } else { log.number(String(value)) }
    }

    /// The value must be finite.
    func write<Number: BinaryFloatingPoint & CustomStringConvertible>(_ value: Number) {
        if value.magnitude < 1e15, value != 0, let integer = Int64(exactly: value) {
            log.int(integer)
        } else {
            log.number(value.jsonLiteral)
        }
    }

    func checkFinite<Number: BinaryFloatingPoint>(_ number: Number, at path: @autoclosure () -> [any CodingKey]) throws
    {
        guard !number.isFinite else { return }
        let message = "JSON has no number that is not finite."
        throw EncodingError.invalidValue(number, .init(codingPath: path(), debugDescription: message))
    }
}

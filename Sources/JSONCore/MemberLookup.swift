/// Finds members of the same objects again and again: the keys of large objects are kept.
package struct MemberLookup: Sendable {
    private struct Object: Hashable {
        let tape: ObjectIdentifier
        let index: Int
    }

    /// Their tapes are kept too, so that none of the identifiers comes to name another.
    private var large: [Object: MemberKeys] = [:]

    private static let largeCount = 32

    package init() {}

    /// The member with this key, compared byte for byte; the last one of duplicates. Linear in a large object's members at
    /// the first time, then constant.
    package mutating func member(_ key: String, of json: JSON) -> JSON? {
        guard json.kind == .object, json.count > Self.largeCount else { return json[key] }
        let object = Object(tape: ObjectIdentifier(json.tape), index: json.index)
        var key = key
        return key.withUTF8Span { text in
            let members = members(of: object, json)
            return members.position(of: text, near: 0).map { JSON(tape: json.tape, index: members.keys[$0] + 1) }
        }
    }

    private mutating func members(of object: Object, _ json: JSON) -> MemberKeys {
        if let known = large[object] { return known }
        let members = MemberKeys(json.tape, json.index)
        large[object] = members
        return members
    }

    /// Like `JSON.value(at:)`.
    package mutating func value(at pointer: JSONPointer, in json: JSON) -> JSON? {
        var value = json
        for token in pointer.tokens {
            guard let next = value.kind == .object ? member(token, of: value) : value.child(token) else { return nil }
            value = next
        }
        return value
    }
}

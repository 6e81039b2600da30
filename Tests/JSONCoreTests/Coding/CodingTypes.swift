struct Order: Codable, Equatable {
    enum State: String, Codable { case open, closed }

    enum Payment: Codable, Equatable {
        case cash
        case card(number: String, holder: Holder?)
        case points(Int)
    }

    struct Holder: Codable, Equatable { var name: String }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    var order_id: Int64
    var state: State
    var payment: [Payment]
    var note: String?
    var holder: Holder?
    var totals: [String: Double]
    var matrix: [[Int8]]
    var flags: [Bool?]
    var big: UInt64
    var ratio: Float
}

class Animal: Codable {
    var name: String

    init(name: String) { self.name = name }
}

/// Keeps its superclass's value under `super`.
final class Dog: Animal {
    var age: Int

    private enum Keys: String, CodingKey { case age }

    init(name: String, age: Int) {
        self.age = age
        super.init(name: name)
    }

    required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        age = try container.decode(Int.self, forKey: .age)
        try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(age, forKey: .age)
        try super.encode(to: container.superEncoder())
    }
}

/// Fills nested containers in turns.
struct Interleaved: Codable, Equatable {
    var a = [1, 2]
    var b = ["x": 1]

    enum Keys: String, CodingKey { case outer, list, inner }

    init() {}

    func encode(to encoder: any Encoder) throws {
        var outer = encoder.container(keyedBy: Keys.self)
        var list = outer.nestedUnkeyedContainer(forKey: .list)
        var nested = outer.nestedContainer(keyedBy: Keys.self, forKey: .outer)
        try list.encode(a[0])
        try nested.encode(b, forKey: .inner)
        try list.encode(a[1])
        var object = list.nestedContainer(keyedBy: Keys.self)
        try object.encodeNil(forKey: .inner)
        try list.superEncoder().unkeyedContainer().encode("deep")
    }

    init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: Keys.self)
        var list = try outer.nestedUnkeyedContainer(forKey: .list)
        a = [try list.decode(Int.self), try list.decode(Int.self)]
        let object = try list.nestedContainer(keyedBy: Keys.self)
        guard try object.decodeNil(forKey: .inner) else { throw Missing() }
        var deep = try list.superDecoder().unkeyedContainer()
        guard try deep.decode(String.self) == "deep", deep.isAtEnd, list.isAtEnd else { throw Missing() }
        b = try outer.nestedContainer(keyedBy: Keys.self, forKey: .outer).decode([String: Int].self, forKey: .inner)
    }

    struct Missing: Error {}
}

extension UnkeyedEncodingContainer {
    fileprivate func encode(_ text: String) throws {
        var container = self
        try container.encode(contentsOf: [text])
    }
}

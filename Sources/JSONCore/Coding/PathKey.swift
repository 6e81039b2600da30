/// A position in an array, the name of a member, or the key of a superclass's value.
struct PathKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    static let superclass = PathKey("super")

    init(_ index: Int) {
        stringValue = String(index)
        intValue = index
    }

    init(_ name: String) {
        stringValue = name
        intValue = nil
    }

    init?(stringValue: String) { self.init(stringValue) }

    init?(intValue: Int) { self.init(intValue) }
}

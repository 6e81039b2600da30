/// How a coder came to a value; made into an array only for errors.
indirect enum CodingPath {
    case root
    case key(any CodingKey, in: CodingPath)
    case index(Int, in: CodingPath)

    var keys: [any CodingKey] {
        var keys: [any CodingKey] = []
        var path = self
        while true {
            switch path {
            case .root: return keys.reversed()
            case .key(let key, let parent):
                keys.append(key)
                path = parent
            case .index(let index, let parent):
                keys.append(PathKey(index))
                path = parent
            }
        }
    }
}

/// A position in an array, or the key of a superclass's value.
struct PathKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    static let superclass = PathKey("super")

    init(_ index: Int) {
        stringValue = String(index)
        intValue = index
    }

    private init(_ name: String) {
        stringValue = name
        intValue = nil
    }

    init?(stringValue: String) { self.init(stringValue) }

    init?(intValue: Int) { self.init(intValue) }
}

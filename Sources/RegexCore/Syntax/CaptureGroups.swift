/// The capturing groups of a pattern, found before it is parsed because a reference may come before its group.
struct CaptureGroups {
    private(set) var count = 0
    private(set) var numbers: [[UInt32]: Int] = [:]
    /// Where a name occurs for the second time, as an index into the scalars.
    private(set) var duplicate: Int?

    init(in scalars: [UInt32]) {
        var index = 0
        var inClass = false
        while index < scalars.count {
            switch scalars[index] {
            case "\\": index &+= 1
            case "[": inClass = true
            case "]": inClass = false
            case "(" where !inClass: note(scalars, at: index)
            default: break
            }
            index &+= 1
        }
    }

    private mutating func note(_ scalars: [UInt32], at index: Int) {
        let rest = scalars[(index &+ 1)...]
        guard rest.first == "?" else {
            count &+= 1
            return
        }
        let afterMark = rest.dropFirst()
        guard afterMark.first == "<", let next = afterMark.dropFirst().first, next != "=", next != "!" else { return }
        count &+= 1
        let name = Array(afterMark.dropFirst().prefix { $0 != ">" })
        if numbers.updateValue(count, forKey: name) != nil { duplicate = duplicate ?? index }
    }
}

/// The capturing groups of a pattern, found before it is parsed because a reference may come before its group.
///
/// Groups may share a name when they stand in different alternatives, so that at most one of them captures (section 22.2.1.1).
struct CaptureGroups {
    /// Of one name. Each is compared with all others.
    private static let namesakeLimit = 32

    /// One of the alternatives between two brackets.
    private struct Place {
        var disjunction: Int
        var alternative = 0
    }

    private struct Named {
        var number: Int
        var path: [Place]
    }

    private(set) var count = 0
    /// Where a name occurs for the second time although both groups may capture, as an index into the scalars.
    private(set) var duplicate: Int?
    private var named: [[UInt32]: [Named]] = [:]
    /// From the whole pattern inwards.
    private var path = [Place(disjunction: 0)]
    private var disjunctions = 1

    init(in scalars: [UInt32]) {
        var index = 0
        var inClass = false
        while index < scalars.count {
            switch scalars[index] {
            case "\\": index &+= 1
            case "[": inClass = true
            case "]": inClass = false
            case "(" where !inClass: open(scalars, at: index)
            case ")" where !inClass && path.count > 1: path.removeLast()
            case "|" where !inClass: path[path.count &- 1].alternative &+= 1
            default: break
            }
            index &+= 1
        }
    }

    /// The numbers of the groups of a name, ascending.
    func numbers(of name: [UInt32]) -> [Int] {
        named[name].map { $0.map(\.number) } ?? []
    }

    private mutating func open(_ scalars: [UInt32], at index: Int) {
        note(scalars, at: index)
        // Deeper than the parser goes.
        guard path.count <= PatternParser.maximumDepth else { return }
        path.append(Place(disjunction: disjunctions))
        disjunctions &+= 1
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
        let others = named[name, default: []]
        if others.count >= Self.namesakeLimit || others.contains(where: { mayCapture(with: $0) }) {
            duplicate = duplicate ?? index
        } else {
            named[name, default: []].append(Named(number: count, path: path))
        }
    }

    /// Whether no alternative keeps the group that opens here from capturing where the other one did.
    private func mayCapture(with other: Named) -> Bool {
        for (mine, theirs) in zip(path, other.path) {
            guard mine.disjunction == theirs.disjunction else { return true }
            if mine.alternative != theirs.alternative { return false }
        }
        return true
    }
}

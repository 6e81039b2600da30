/// What stands between two slashes of a template.
enum PathSegment: Sendable, Hashable {
    case literal([UInt8])
    /// Literals with a parameter between each two of them: `{Sid}.json` is `["", ".json"]`. The first and the last may
    /// be empty, but not both when there are just two.
    case mixed([[UInt8]])
    case parameter

    /// Calls `found` with the name of each parameter, from left to right.
    init(
        _ bytes: ArraySlice<UInt8>, of template: String, found: (String) -> Void
    ) throws(PathTemplateError) {
        var literals: [[UInt8]] = [[]]
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte != UInt8(ascii: "}") else { throw .init(kind: .unbalancedBraces, template: template) }
            guard byte == UInt8(ascii: "{") else {
                literals[literals.count - 1].append(byte)
                continue
            }
            let name = rest.prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "{") }
            rest = rest.dropFirst(name.count)
            guard rest.popFirst() == UInt8(ascii: "}") else {
                throw .init(kind: .unbalancedBraces, template: template)
            }
            guard !name.isEmpty else { throw .init(kind: .emptyParameterName, template: template) }
            guard literals.count == 1 || literals.last != [] else {
                throw .init(kind: .adjacentParameters, template: template)
            }
            found(String(decoding: name, as: UTF8.self))
            literals.append([])
        }
        literals = literals.map(PercentDecoding.decodedLeniently)
        self = literals.count == 1 ? .literal(literals[0]) : literals == [[], []] ? .parameter : .mixed(literals)
    }

    /// How much of a mixed segment is fixed: the longer is tried first.
    var literalCount: Int {
        switch self {
        case .literal(let bytes): bytes.count
        case .parameter: 0
        case .mixed(let literals): literals.reduce(0) { $0 + $1.count }
        }
    }

    /// Strict order of trial within one node: literals, mixed (longest literal first, then fewest parameters, then by
    /// bytes), the parameter.
    func isTried(before other: PathSegment) -> Bool {
        switch (self, other) {
        case (.literal(let one), .literal(let two)): one.lexicographicallyPrecedes(two)
        case (.mixed(let one), .mixed(let two)):
            if literalCount != other.literalCount {
                literalCount > other.literalCount
            } else if one.count != two.count {
                one.count < two.count
            } else {
                Self.precedes(one, two)
            }
        default: rank < other.rank
        }
    }

    var rank: Int {
        switch self {
        case .literal: 0
        case .mixed: 1
        case .parameter: 2
        }
    }

    private static func precedes(_ one: [[UInt8]], _ two: [[UInt8]]) -> Bool {
        for (left, right) in zip(one, two) where left != right { return left.lexicographicallyPrecedes(right) }
        return false
    }
}

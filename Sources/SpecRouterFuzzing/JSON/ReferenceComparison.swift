import JSONCore

/// Holds a parsed document against what the slow reader made of the same text.
struct ReferenceComparison {
    let root: JSON
    private var numbers: [(JSONNumber, ReferenceNumber)] = []
    private var pointersLeft = 24

    init(root: JSON) { self.root = root }

    mutating func compare(_ json: JSON, _ value: ReferenceValue, at place: JSONPointer) throws(Finding) {
        switch value {
        case .null: try require(json.isNull && json.kind == .null, place)
        case .boolean(let expected): try require(json.bool == expected, place)
        case .number(let literal): try compare(json, literal, at: place)
        case .string(let text): try require(json.kind == .string && json.textEquals(text), place)
        case .array(let elements):
            let found = Array(json.elements)
            try require(json.kind == .array && json.count == elements.count && found.count == elements.count, place)
            for (index, element) in elements.enumerated() {
                try compare(found[index], element, at: place.appending(index: index))
            }
        case .object(let members):
            let found = Array(json.memberKeys)
            try require(json.kind == .object && json.count == members.count && found.count == members.count, place)
            for (pair, member) in zip(found, members) {
                try require(pair.key.textEquals(member.key), place)
                try compare(pair.value, member.value, at: place.appending(String(decoding: member.key, as: UTF8.self)))
            }
        }
        try comparePlace(of: json, place)
    }

    /// A pointer leads to the value, unless another member of the same key comes later.
    private mutating func comparePlace(of json: JSON, _ place: JSONPointer) throws(Finding) {
        guard pointersLeft > 0, place.tokens.count < 20 else { return }
        pointersLeft -= 1
        try require(json.pointer == place, place)
        if let found = root.value(at: place), found.index == json.index { return }
        for depth in place.tokens.indices {
            let parent = root.value(at: JSONPointer(tokens: Array(place.tokens.prefix(depth))))
            let namesakes = parent.map { $0.members.count { $0.key.utf8.elementsEqual(place.tokens[depth].utf8) } }
            if (namesakes ?? 2) > 1 { return }
        }
        throw Finding("A pointer leads to the value", "\(place) of \(root)")
    }

    private mutating func compare(_ json: JSON, _ literal: [UInt8], at place: JSONPointer) throws(Finding) {
        let text = String(decoding: literal, as: UTF8.self)
        guard let number = json.number, number.literal.utf8.elementsEqual(text.utf8) else {
            throw Finding("A number keeps its literal", "\(place): \(text)")
        }
        guard let nearest = Double(text) else { throw Finding("A number has a nearest double", text) }
        try require(number.double == nearest && number.double.sign == nearest.sign, place)
        guard let reference = ReferenceNumber(literal: literal) else { return }
        try require(number.isInteger == reference.isInteger, place)
        if literal.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }) {
            try require(number.int64 == Int64(text) && json.int == Int(text), place)
            try require(number.uint64 == UInt64(text), place)
        }
        if numbers.count < 8 { numbers.append((number, reference)) }
    }

    /// Equality, order and divisibility of the first few numbers, each with each.
    func compareNumbers() throws(Finding) {
        for (left, leftReference) in numbers {
            for (right, rightReference) in numbers {
                let pair = "\(left) and \(right)"
                let isEqual = leftReference == rightReference
                try Finding.unless((left == right) == isEqual, "Numbers are equal by their value", pair)
                if isEqual { try Finding.unless(left.hashValue == right.hashValue, "Equal numbers hash alike", pair) }
                let isSmaller = leftReference < rightReference
                try Finding.unless((left < right) == isSmaller, "Numbers are ordered by their value", pair)
                guard let isMultiple = leftReference.isMultiple(of: rightReference) else { continue }
                try Finding.unless(left.isMultiple(of: right) == isMultiple, "A multiple is found to be one", pair)
            }
        }
    }

    private func require(_ holds: Bool, _ place: JSONPointer) throws(Finding) {
        guard holds else { throw Finding("The parsed value is what the slow reader reads", "at \(place) of \(root)") }
    }
}

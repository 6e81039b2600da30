import JSONCore

/// Writes a value otherwise without changing what it means.
enum Respelling {
    /// Members from the last to the first, at every depth.
    static func reversed(_ json: JSON) -> String { text(json, members: { $0.reversed() }, number: \.literal) }

    /// Short whole numbers with a fraction or an exponent.
    static func numbers(_ json: JSON) -> String {
        text(json, members: { $0 }) { number in
            let literal = number.literal
            guard let value = number.int64, abs(value) < 1_000_000, literal == String(value) else { return literal }
            return value % 2 == 0 ? literal + ".0" : literal + "0e-1"
        }
    }

    private typealias Pair = (key: JSON, value: JSON)

    private static func text(_ json: JSON, members: ([Pair]) -> [Pair], number: (JSONNumber) -> String) -> String {
        switch json.kind {
        case .array:
            return "[" + json.elements.map { text($0, members: members, number: number) }.joined(separator: ",") + "]"
        case .object:
            let pairs = members(Array(json.memberKeys)).map { pair in
                pair.key.serialized() + ":" + text(pair.value, members: members, number: number)
            }
            return "{" + pairs.joined(separator: ",") + "}"
        default: return json.number.map(number) ?? json.serialized()
        }
    }
}

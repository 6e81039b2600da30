import JSONCore

/// What was read before, with the same parser and in the same storage, makes no difference.
enum RecyclingProperties {
    private enum Reading: Equatable {
        case text([UInt8])
        case error(JSONSyntaxError)
    }

    /// Leaves escapes, long strings, many members and deep nesting behind in the storage.
    private static let dirt: [UInt8] = {
        let members = (0..<40).map { "\"k\($0)\\n\":[1.5e\($0),\"\\u00e9\($0)\"]" }.joined(separator: ",")
        let deep = String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
        return Array("{\(members),\"deep\":\(deep),\"long\":\"\(String(repeating: "x\\t", count: 90))\"}".utf8)
    }()

    static func check(_ text: [UInt8]) throws(Finding) {
        var parser = JSONParser(.default)
        let half = Array(text.prefix(text.count / 2))
        let kept = try? parser.parse(text)
        let keptText = kept?.serializedBytes()
        for turn in [dirt, text, half, dirt, half, text, text + text, text] {
            try compare(&parser, turn)
        }
        if let kept {
            try Finding.unless(
                kept.serializedBytes() == keptText, "A document never changes", JSONProperties.quoted(text))
        }
    }

    private static func compare(_ parser: inout JSONParser, _ text: [UInt8]) throws(Finding) {
        var fresh = JSONParser(.default)
        let expected = reading(&fresh) { parser throws(JSONSyntaxError) in try parser.parse(text) }
        let copied = reading(&parser) { parser throws(JSONSyntaxError) in try parser.parse(copying: text.span) }
        let owned = reading(&parser) { parser throws(JSONSyntaxError) in try parser.parse(text) }
        let rule = "Recycled storage does not change the outcome"
        try Finding.unless(copied == expected && owned == expected, rule, JSONProperties.quoted(text))
    }

    /// What the parser reads, after which it gets the document's storage back.
    private static func reading(
        _ parser: inout JSONParser, _ parse: (inout JSONParser) throws(JSONSyntaxError) -> JSON
    ) -> Reading {
        do throws(JSONSyntaxError) {
            let json = try parse(&parser)
            let text = json.serializedBytes()
            parser.recycle(json)
            return .text(text)
        } catch {
            return .error(error)
        }
    }
}

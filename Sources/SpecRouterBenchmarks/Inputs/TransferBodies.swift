import JSONCore

/// Bodies of about 1 KB that meet `transfer.schema.json`, the same ones in every run.
struct TransferBodies {
    static let one = PackageResources.transfer_json

    static func array(of count: Int) -> [UInt8] {
        let body = String(decoding: one, as: UTF8.self)
        return Array("[\(Array(repeating: body, count: count).joined(separator: ","))]".utf8)
    }

    /// Distinct ones in random order, every other with the members of all its objects in reverse.
    static func shuffled(_ count: Int) throws -> [[UInt8]] {
        var bodies = TransferBodies()
        let all = try (0..<count).map { number in
            let body = bodies.next()
            return number.isMultiple(of: 2) ? Array(body.utf8) : try JSON(parsing: body).reversingMembers
        }
        return all.shuffled(using: &bodies.random)
    }

    private var random = SplitMix64(seed: 2026)

    private mutating func next() -> String {
        let amount = "\(number(in: 1...99_999)).\(number(in: 10...99))"
        let labels = Set((0..<number(in: 2...8)).map { _ in text(number(in: 4...12)) })
        let start = """
            {"id":"\(hex(8))-\(hex(4))-\(hex(4))-\(hex(4))-\(hex(12))",\
            "requestedAt":"20\(number(in: 10...99))-\(number(in: 10...12))-\(number(in: 10...28))\
            T12:\(number(in: 10...59)):00Z",\
            "amount":{"value":\(amount),"currency":"\(one(of: ["EUR", "USD", "GBP", "CHF", "SEK"]))"},\
            "debtor":\(party()),"creditor":\(party()),\
            "purpose":"\(one(of: ["salary", "rent", "invoice", "refund", "other"]))",\
            "reference":"\(words(in: 20...60))",\
            "labels":["\(labels.sorted().joined(separator: #"",""#))"],"method":\(method())
            """
        return start + #","note":"\#(words(in: 150...200))"}}"#
    }

    /// Open at its end, for a note.
    private mutating func method() -> String {
        let urgency = one(of: ["normal", "urgent"])
        return one(of: [
            #"{"type":"sepa","batch":true"#, #"{"type":"wire","urgency":"\#(urgency)""#,
            #"{"type":"card","cardId":"card_\#(hex(12))""#,
        ])
    }

    private mutating func party() -> String {
        """
        {"name":"\(words(in: 15...40))",\
        "iban":"DE\(number(in: 10...99))\(number(in: 10_000_000_000...999_999_999_999_999_999))",\
        "bic":"\(one(of: ["ESSESESSXXX", "COBADEFFXXX", "DEUTDEFF", "NDEASESS"]))",\
        "email":"\(text(number(in: 5...12))).\(text(number(in: 5...12)))@example.\(one(of: ["com", "org", "net"]))",\
        "address":{"street":"\(words(in: 10...25))","city":"\(text(number(in: 5...15)))",\
        "postcode":"\(number(in: 10_000...99_999))","country":"\(one(of: ["SE", "DE", "FR", "NL"]))"}}
        """
    }

    private mutating func words(in length: ClosedRange<Int>) -> String {
        let length = number(in: length)
        var words = ""
        while words.count < length { words += text(number(in: 2...9)) + " " }
        return String(words.prefix(length))
    }

    private mutating func text(_ length: Int) -> String { string(length, of: "abcdefghijklmnopqrstuvwxyz") }
    private mutating func hex(_ length: Int) -> String { string(length, of: "0123456789abcdef") }

    private mutating func string(_ length: Int, of characters: String) -> String {
        String((0..<length).compactMap { _ in characters.randomElement(using: &random) })
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func one(of choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}

extension JSON {
    /// The same value, the members of each object last first.
    fileprivate var reversingMembers: [UInt8] {
        var writer = JSONWriter()
        writeReversed(to: &writer)
        return writer.finish()
    }

    private func writeReversed(to writer: inout JSONWriter) {
        switch kind {
        case .object:
            writer.beginObject()
            for (key, value) in members.reversed() {
                writer.key(key)
                value.writeReversed(to: &writer)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            for element in elements { element.writeReversed(to: &writer) }
            writer.endArray()
        default: writer.value(self)
        }
    }
}

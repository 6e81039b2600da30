import JSONCore

/// What holds for every text given to the JSON parser.
enum JSONProperties {
    static func check(_ text: [UInt8]) throws(Finding) {
        try check(text, .default, .refuse)
        try check(text, JSONParser.Options(maximumDepth: 3, duplicateKeys: .allow), .allow)
        try RecyclingProperties.check(text)
    }

    private static func check(
        _ text: [UInt8], _ options: JSONParser.Options, _ duplicateKeys: ReferenceReader.DuplicateKeys
    ) throws(Finding) {
        let expected = Result { () throws(ReferenceReader.Refusal) in
            try ReferenceReader.read(text, maximumDepth: options.maximumDepth, duplicateKeys: duplicateKeys)
        }
        switch (Result { () throws(JSONSyntaxError) in try JSON(parsing: text, options: options) }, expected) {
        case (.success(let json), .success(let value)):
            try check(json, against: value)
            try checkWriting(json, options)
            try checkCopying(json)
        case (.failure(let error), .failure): try check(error, of: text)
        case (.success, .failure(let refusal)):
            throw Finding("What the slow reader refuses is refused", "\(refusal): \(quoted(text))")
        case (.failure(let error), .success):
            throw Finding("What the slow reader reads is read", "\(error): \(quoted(text))")
        }
    }

    private static func check(_ json: JSON, against value: ReferenceValue) throws(Finding) {
        var comparison = ReferenceComparison(root: json)
        try comparison.compare(json, value, at: JSONPointer())
        try comparison.compareNumbers()
    }

    /// Accepted text is written, and what is written parses again, equal.
    private static func checkWriting(_ json: JSON, _ options: JSONParser.Options) throws(Finding) {
        for layout in [JSON.Layout.compact, .pretty] {
            let written = json.serializedBytes(layout: layout)
            let again = Result { () throws(JSONSyntaxError) in try JSON(parsing: written, options: options) }
            let rule = "What is written parses again, equal"
            guard case .success(let parsed) = again else { throw Finding(rule, "\(again): \(quoted(written))") }
            try Finding.unless(parsed == json && json == parsed, rule, quoted(written))
            try Finding.unless(parsed.hashValue == json.hashValue, "Equal values have equal hashes", quoted(written))
            let writtenAgain = parsed.serializedBytes(layout: layout)
            try Finding.unless(writtenAgain == written, "Writing twice gives the same", quoted(written))
        }
    }

    /// A copy in a document of its own is the same value.
    private static func checkCopying(_ json: JSON) throws(Finding) {
        var builder = TapeBuilder()
        builder.append(json)
        let copy = builder.finish()
        let isSame = copy == json && copy.serializedBytes() == json.serializedBytes()
        try Finding.unless(isSame, "A copy is the same value", json.serialized())
    }

    /// An error has a place within the text, and line and column fit the offset.
    private static func check(_ error: JSONSyntaxError, of text: [UInt8]) throws(Finding) {
        let detail = "\(error) at \(error.offset): \(quoted(text))"
        try Finding.unless((0...text.count).contains(error.offset), "An error stands within the text", detail)
        let before = text.prefix(error.offset)
        let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let column = 1 + (lines.last?.count { $0 & 0xC0 != 0x80 } ?? 0)
        try Finding.unless(
            error.line == lines.count && error.column == column, "Line and column fit the offset", detail)
        try Finding.unless(!error.message.isEmpty, "An error says what is wrong", detail)
    }

    static func quoted(_ text: [UInt8]) -> String {
        String(decoding: text.prefix(2_000), as: UTF8.self).debugDescription
    }
}

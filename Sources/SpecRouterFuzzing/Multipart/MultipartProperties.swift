import SpecRouter

/// What holds for every body given to the multipart parser.
enum MultipartProperties {
    static func check(_ input: [UInt8]) throws(Finding) {
        var choices = Choices(input)
        let boundary = choices.pick(MultipartGrammar.boundaries)
        var random = SeededGenerator(seed: UInt64(choices.below(256)))
        let body = MultipartGrammar.body(using: &choices)
        let whole = read([body], boundary)
        try compare(whole, with: ReferenceMultipart.read(body, boundary: boundary), body)
        for longest in [1, 2, 5, 40] {
            let split = read(body.pieces(upTo: longest, &random), boundary)
            try Finding.unless(
                split == whole, "In pieces a body means what it means whole", "\(split) \(whole) \(quoted(body))")
        }
    }

    /// What a parser made of a body.
    private enum Reading: Equatable {
        case parts([ReferenceMultipart.Part])
        case fault(MultipartFault.Kind, part: Int)
    }

    private static func compare(
        _ reading: Reading, with reference: [ReferenceMultipart.Part]?, _ body: [UInt8]
    ) throws(Finding) {
        switch (reading, reference) {
        case (.parts(let parts), let expected?):
            try Finding.unless(parts == expected, "Parts are those of the slow reader", quoted(body))
        case (.parts, nil): throw Finding("What the slow reader refuses is refused", quoted(body))
        case (.fault(let kind, _), _?): throw Finding("What the slow reader reads is read", "\(kind): \(quoted(body))")
        case (.fault, nil): break
        }
    }

    private static func read(_ pieces: [[UInt8]], _ boundary: String) -> Reading {
        var parts: [ReferenceMultipart.Part] = []
        do throws(MultipartFault) {
            var parser = MultipartParser(try MultipartBoundary(boundary), limits: Limits())
            for piece in pieces {
                var position = 0
                while let event = try parser.next(in: piece.span, at: &position) {
                    add(event, piece, parser.delimiter, to: &parts)
                }
            }
            try parser.finish()
        } catch {
            return .fault(error.kind, part: error.part)
        }
        return .parts(parts)
    }

    private static func add(
        _ event: MultipartParser.Event, _ piece: [UInt8], _ delimiter: [UInt8],
        to parts: inout [ReferenceMultipart.Part]
    ) {
        switch event {
        case .part(let fields): parts.append(ReferenceMultipart.Part(fields: fields.map { "\($0.name):\($0.value)" }))
        case .content(let range): parts[parts.count - 1].content += piece[range]
        case .withheld(let range): parts[parts.count - 1].content += delimiter[range]
        case .endOfPart: parts[parts.count - 1].isComplete = true
        }
    }

    private static func quoted(_ body: [UInt8]) -> String { JSONProperties.quoted(body) }
}

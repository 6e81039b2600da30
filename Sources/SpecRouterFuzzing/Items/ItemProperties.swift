import JSONCore
import SpecRouter

/// What holds for every stream of items.
enum ItemProperties {
    static func check(_ input: [UInt8]) throws(Finding) {
        var choices = Choices(input)
        let format = choices.pick([ItemFormat.lines, .records, .events])
        var random = SeededGenerator(seed: UInt64(choices.below(256)))
        let stream = ItemGrammar.stream(using: &choices)
        let detail = "\(format) \(JSONProperties.quoted(stream))"
        let whole = read([stream], format)
        let expected = reference(stream, format)
        try Finding.unless(whole == expected, "Items are those of the slow reader", "\(whole) \(expected) \(detail)")
        for longest in [1, 2, 5, 40] {
            let split = read(stream.pieces(upTo: longest, &random), format)
            try Finding.unless(split == whole, "In pieces a stream means what it means whole", "\(split) \(detail)")
        }
        try checkWriting(of: whole.items, format, detail)
    }

    private static func reference(_ stream: [UInt8], _ format: ItemFormat) -> ReferenceItems.Reading {
        switch format {
        case .lines: ReferenceItems.lines(stream)
        case .records: ReferenceItems.records(stream)
        case .events: ReferenceItems.events(stream)
        }
    }

    private static func read(_ pieces: [[UInt8]], _ format: ItemFormat) -> ReferenceItems.Reading {
        var reading = ReferenceItems.Reading()
        var reader = ItemReader(format, ReferenceItems.options)
        do throws(ItemFault) {
            for piece in pieces {
                reader.feed(piece)
                while let item = try reader.next(isEnd: false) { reading.items.append(item) }
            }
            while let item = try reader.next(isEnd: true) { reading.items.append(item) }
        } catch {
            reading.isFaulty = true
        }
        return reading
    }

    private static func checkWriting(of items: [JSON], _ format: ItemFormat, _ detail: String) throws(Finding) {
        var written: [JSON] = []
        var stream: [UInt8] = []
        for item in items {
            guard let octets = try? format.framed(item, text: item.serializedBytes()) else { continue }
            written.append(item)
            stream += octets
        }
        let again = read([stream], format)
        try Finding.unless(
            again == ReferenceItems.Reading(items: written), "What is written is read as the same items",
            "\(again) \(detail)")
    }
}

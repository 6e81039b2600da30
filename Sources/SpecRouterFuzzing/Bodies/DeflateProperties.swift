import SpecRouter

/// What holds for every compressed body: in pieces it is what it is whole, and no more comes of it than the ratio allows.
enum DeflateProperties {
    private enum Reading: Equatable {
        case octets([UInt8])
        case fault(DecompressionFault)
    }

    static func check(_ input: [UInt8]) throws(Finding) {
        var choices = Choices(input)
        let coding: ContentCoding = choices.once(in: 4) ? .gzip : .deflate
        var random = SeededGenerator(seed: UInt64(choices.below(256)))
        let body = body(using: &choices, coding)
        let whole = read([body], coding)
        for longest in [1, 3, 50] {
            let split = read(body.pieces(upTo: longest, &random), coding)
            try Finding.unless(
                split == whole, "In pieces a body means what it means whole", JSONProperties.quoted(body))
        }
        if case .octets(let octets) = whole {
            try Finding.unless(
                octets.count <= max(64 * 1024, body.count * ratio + ratio),
                "A body becomes as much as the ratio allows",
                JSONProperties.quoted(body))
        }
    }

    private static let ratio = 100

    /// Random bits in a block of the fixed codes nearly always mean something.
    private static func body(using choices: inout Choices, _ coding: ContentCoding) -> [UInt8] {
        let header: [UInt8] = coding == .gzip ? [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] : []
        switch choices.below(4) {
        case 0: return Array(choices.rest())
        case 1:
            let content = Array(choices.rest().prefix(200))
            let count = UInt8(content.count)
            return header + [0, count, 0, ~count, 0xFF] + content + [3, 0]
        default:
            var content = Array(choices.rest())
            if !content.isEmpty { content[0] = content[0] & 0xF8 | UInt8(choices.below(2)) | 2 }
            return header + content
        }
    }

    private static func read(_ pieces: [[UInt8]], _ coding: ContentCoding) -> Reading {
        var decompressor = Decompressor(coding, ratio: ratio)
        var octets: [UInt8] = []
        do throws(DecompressionFault) {
            for piece in pieces {
                var position = 0
                while let chunk = try decompressor.next(in: piece.span, at: &position) { octets += chunk }
            }
            try decompressor.finish()
        } catch {
            return .fault(error)
        }
        return .octets(octets)
    }
}

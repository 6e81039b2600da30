import Testing

@testable import SpecRouter

struct DecompressorTests {
    @Test("The fixtures are there")
    func fixtures() {
        #expect(CompressionFixture.good.count >= 25)
        #expect(CompressionFixture.bad.count >= 35)
    }

    @Test(
        "What zlib has compressed is decompressed, however it comes", arguments: CompressionFixture.good,
        [1, 7, 1 << 20])
    func decompresses(_ fixture: CompressionFixture, piece: Int) throws {
        guard let coding = try coding(fixture) else { return }
        #expect(try decompressed(fixture.body, coding, pieces: piece) == fixture.octets)
    }

    @Test("What is damaged is refused, however it comes", arguments: CompressionFixture.bad, [1, 7, 1 << 20])
    func refuses(_ fixture: CompressionFixture, piece: Int) throws {
        let coding = try #require(try coding(fixture))
        #expect(throws: DecompressionFault.self) { try decompressed(fixture.body, coding, pieces: piece) }
    }

    @Test(
        "It is told what is wrong",
        arguments: [
            ("gzip cut after 9 octets", .truncated), ("zlib cut after 10 octets", .truncated), ("raw cut", .truncated),
            ("an octet behind gzip", .trailingOctets), ("zeros behind gzip", .trailingOctets),
            ("an octet behind zlib", .trailingOctets), ("an octet behind raw", .trailingOctets),
            ("half a second member", .truncated), ("wrong magic", .malformed), ("wrong checksum", .wrongChecksum),
            ("wrong length", .wrongChecksum), ("wrong checksum of zlib", .wrongChecksum),
            ("repetition before the beginning", .malformed), ("third block type", .malformed),
        ] as [(String, DecompressionFault)])
    func tells(name: String, fault: DecompressionFault) throws {
        let fixture = try #require(CompressionFixture.bad.first { $0.name == name })
        let coding = try #require(try coding(fixture))
        #expect(throws: fault) { try decompressed(fixture.body, coding, pieces: 1 << 20) }
    }

    @Test("What becomes too much of too little is refused before it has become much", arguments: [1, 1000, 1 << 20])
    func refusesBombs(piece: Int) throws {
        var decompressor = Decompressor(.deflate, ratio: 100)
        let body = MadeDeflate.zeros(1 << 20)
        var count = 0
        #expect(throws: DecompressionFault.tooDense) {
            for start in stride(from: 0, to: body.count, by: piece) {
                let part = Array(body[start..<min(start + piece, body.count)])
                var position = 0
                while let octets = try decompressor.next(in: part.span, at: &position) { count += octets.count }
            }
        }
        #expect(count <= 2 * 96 * 1024)
    }

    @Test("A little may become much, and more by the ratio")
    func allowsRatios() throws {
        let text = [UInt8](repeating: 0, count: 64 * 1024)
        // 64 KiB and a bit, of 64 octets.
        var dense = MadeDeflate.zeros(60)
        #expect(throws: DecompressionFault.truncated) { try decompressed(dense, .deflate, pieces: 1 << 20) }
        dense = MadeDeflate.zeros(1000)
        #expect(throws: DecompressionFault.tooDense) { try decompressed(dense, .deflate, pieces: 1 << 20) }
        #expect(throws: DecompressionFault.truncated) {
            try decompressed(dense, .deflate, pieces: 1 << 20, ratio: 1100)
        }
        #expect(try decompressed(MadeDeflate.stored(text), .deflate, pieces: 1000) == text)
    }

    @Test("A whole body has at most so many octets")
    func refusesSize() throws {
        let text = [UInt8](repeating: 7, count: 200_000)
        let body = MadeDeflate.stored(text)
        #expect(try ContentCoding.deflate.undone(body, upTo: 200_000, ratio: 1) == text)
        #expect(throws: DecompressionFault.tooLarge) {
            try ContentCoding.deflate.undone(body, upTo: 199_999, ratio: 1)
        }
    }

    private func coding(_ fixture: CompressionFixture) throws -> ContentCoding? {
        let head = RequestHead(
            method: "POST", target: "/", fields: [("Content-Encoding", fixture.coding)], requestID: "")
        return try ContentCoding.announced(by: head)
    }

    private func decompressed(
        _ body: [UInt8], _ coding: ContentCoding, pieces: Int, ratio: Int = 100
    ) throws -> [UInt8] {
        var decompressor = Decompressor(coding, ratio: ratio)
        var octets: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: pieces) {
            let piece = Array(body[start..<min(start + pieces, body.count)])
            var position = 0
            while let chunk = try decompressor.next(in: piece.span, at: &position) {
                #expect((1...98_304 + 258).contains(chunk.count))
                octets += chunk
            }
            #expect(position == piece.count)
        }
        try decompressor.finish()
        return octets
    }
}

import JSONCore
import Testing

@testable import JSONSchema

struct FormatTests {
    @Test(arguments: FormatTests.texts)
    func `texts pass and fail as their specification says`(format: String, good: [String], bad: [String]) throws {
        try #require(Format.named(format)?.text != nil)
        for text in good { #expect(FormatSuite.passes(text, as: format), "\(format) takes \(text)") }
        for text in bad { #expect(!FormatSuite.passes(text, as: format), "\(format) refuses \(text)") }
    }

    @Test(arguments: FormatTests.numbers)
    func `numbers pass and fail by their value`(format: String, good: [String], bad: [String]) throws {
        let test = try #require(Format.named(format)?.number)
        for literal in good { #expect(test(try #require(JSONNumber(literal: literal))), "\(format) takes \(literal)") }
        for literal in bad {
            #expect(!test(try #require(JSONNumber(literal: literal))), "\(format) refuses \(literal)")
        }
    }

    @Test(arguments: ["", "unknown", "unix-time", "url", "Date", "uri-map", "string/int64"])
    func `a name outside of the lists is no format`(name: String) {
        #expect(Format.named(name) == nil)
    }

    @Test(arguments: Format.all.filter { $0.text != nil || $0.number != nil }.map(\.name))
    func `an example has its format`(name: String) throws {
        let format = try #require(Format.named(name))
        let example = try #require(format.example)
        #expect(format.text?(Array(example.utf8).span) ?? true)
        if let test = format.number { #expect(test(try #require(JSONNumber(literal: example)))) }
    }

    @Test(arguments: ["binary", "password", "html", "commonmark"])
    func `formats that only describe are known and take everything`(name: String) throws {
        let format = try #require(Format.named(name))
        #expect(format.text == nil && format.number == nil)
    }

    @Test(arguments: ["int32", "double", "float", "sf-integer"])
    func `formats of numbers say nothing of strings`(name: String) throws {
        #expect(try #require(Format.named(name)).text == nil)
    }

    /// Cut, doubled and damaged samples of every format: nothing may trap, whatever the bytes.
    @Test func `no text breaks a format`() {
        var generator = SplitMix(state: 7)
        let samples = FormatTests.texts.flatMap { $0.1 + $0.2 }.map { Array($0.utf8) }
        for bytes in samples {
            for _ in 0..<4 {
                let damaged = generator.damaged(bytes)
                for format in Format.all { _ = format.text?(damaged.span) }
            }
        }
    }

    /// Texts that keep a scanner busy: what is quadratic takes minutes over them.
    @Test(
        .timeLimit(.minutes(2)),
        arguments: ["(", "[", "a", ":", "::", "xn--", "1.", "{a,", "/~0", "\"\\", "%41", "ü", "日。", "a;", "P1", "1e"])
    func `long texts cost no format more than linear time`(unit: String) {
        let text = Array(String(repeating: unit, count: 200_000 / unit.utf8.count).utf8)
        for format in Format.all { _ = format.text?(text.span) }
    }

    @Test func `punycode decodes what it encoded`() {
        var generator = SplitMix(state: 11)
        for _ in 0..<2_000 {
            let scalars = (0..<Int.random(in: 1...20, using: &generator)).map { _ in generator.scalar() }
            let encoded = Punycode.encode(scalars)
            guard let encoded, encoded.count <= 63 else { continue }
            #expect(Punycode.decode(encoded) == scalars)
        }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &self) {
            let index = Int.random(in: 0...bytes.count, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: bytes.removeSubrange(index...)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &self), at: index)
            case 2 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &self)
            default: bytes += bytes[index...]
            }
        }
        return bytes
    }

    /// Lower case, as what Punycode decodes is.
    mutating func scalar() -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0x61...0x7A, 0x30...0x39, 0xE0...0x17F, 0x4E00...0x9FFF, 0x1F300...0x1F5FF,
        ]
        let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
        return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? "a"
    }
}

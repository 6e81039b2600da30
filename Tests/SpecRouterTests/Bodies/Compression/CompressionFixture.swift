import Foundation
import JSONCore
import Testing

/// A body of `Fixtures/compression.json`.
struct CompressionFixture: Sendable, CustomTestStringConvertible {
    let name: String
    let coding: String
    let body: [UInt8]
    /// What was compressed; empty for a damaged body.
    let octets: [UInt8]

    var testDescription: String { name }

    static let good = load("good")
    static let bad = load("bad")

    private static func load(_ key: String) -> [CompressionFixture] {
        let file = URL(filePath: #filePath).appending(path: "../../../../../Fixtures/compression.json").standardized
        guard let text = try? Data(contentsOf: file), let json = try? JSON(parsing: Array(text)) else { return [] }
        return json[key]?.elements.map(CompressionFixture.init) ?? []
    }

    private init(_ json: JSON) {
        name = json["name"]?.string ?? ""
        coding = json["coding"]?.string ?? ""
        body = json["body"]?.string.flatMap { Data(base64Encoded: $0) }.map { Array($0) } ?? []
        if let seed = json["seed"]?.int {
            let letters = Array((json["letters"]?.string ?? "").utf8)
            let once = Self.made(of: letters, json["count"]?.int ?? 0, seed: UInt32(seed))
            octets = Array(repeatElement(once, count: json["times"]?.int ?? 1).joined())
        } else {
            octets = Array((json["text"]?.string ?? "").utf8)
        }
    }

    private static func made(of letters: [UInt8], _ count: Int, seed: UInt32) -> [UInt8] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return letters[Int(state >> 16) % letters.count]
        }
    }
}

/// Bodies as no compressor would make them.
enum MadeDeflate {
    /// Every two bits make 258 octets of it: there is nothing denser. It never ends.
    static func zeros(_ count: Int) -> [UInt8] { Self.beginning + [UInt8](repeating: 0, count: count) }

    private static let beginning: [UInt8] = [
        0xEC, 0xC1, 0x01, 0x01, 0x00, 0x00, 0x00, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A,
    ]

    /// `octets` in blocks that are not compressed.
    static func stored(_ octets: [UInt8]) -> [UInt8] {
        var body: [UInt8] = []
        for start in stride(from: 0, to: octets.count, by: 65_535) {
            let block = octets[start..<min(start + 65_535, octets.count)]
            let (low, high) = (UInt8(block.count & 255), UInt8(block.count >> 8))
            body += [0, low, high, ~low, ~high] + block
        }
        return body + [1, 0, 0, 0xFF, 0xFF]
    }
}

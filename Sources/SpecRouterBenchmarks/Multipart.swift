import ArgumentParser
import JSONCore
import SpecRouter

/// Takes multipart bodies apart.
struct Multipart: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes multipart bodies of 16 MiB apart, as they arrive in pieces of 64 KiB, keeping nothing.")

    @OptionGroup var output: OutputOptions

    private static let size = 16 << 20

    func run() throws {
        for (name, parts) in Self.bodies {
            let pieces = Self.pieces(of: Self.body(parts))
            let octets = pieces.reduce(0) { $0 + $1.count }
            let time = try Samples.median { try Self.read(pieces) }
            output.show(Row(name).with("speed", Double(octets) / time * 1e3, .megabytesPerSecond))
        }
    }

    private static var bodies: [(name: String, parts: [[UInt8]])] {
        var random = SplitMix64(seed: 1)
        let noise = (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let line = Array("2026-11-21,4711,a line of a table as it is exported\r\n".utf8)
        let lines = Array(repeatElement(line, count: size / line.count).joined())
        let hostile = Array(
            repeatElement(Array("\r\n------------------------0123456789abcde".utf8), count: size / 41).joined())
        return [
            ("one file, random octets", [noise]),
            ("one file, lines of text", [lines]),
            ("fields of 100 octets", repeatElement(Array(lines.prefix(100)), count: size / 220).map { $0 }),
            ("one file, nothing but CR", [Array(repeating: UInt8(ascii: "\r"), count: size)]),
            ("one file, nearly boundaries", [hostile]),
        ]
    }

    private static let boundary = "------------------------0123456789abcdef"

    private static func body(_ parts: [[UInt8]]) -> [UInt8] {
        var body: [UInt8] = []
        for part in parts {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\n".utf8)
            body += part
            body += Array("\r\n".utf8)
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    private static func pieces(of body: [UInt8]) -> [[UInt8]] {
        stride(from: 0, to: body.count, by: 64 << 10).map { Array(body[$0..<min($0 + 64 << 10, body.count)]) }
    }

    private static func read(_ pieces: [[UInt8]]) throws {
        var limits = Limits()
        limits.parts = .max
        var parser = MultipartParser(try MultipartBoundary(boundary), limits: limits)
        for piece in pieces {
            var position = 0
            while try parser.next(in: piece.span, at: &position) != nil {}
        }
        try parser.finish()
    }
}

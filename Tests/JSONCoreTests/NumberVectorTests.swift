import JSONCore
import Testing

/// Each line: the bits of the nearest half, float and double, then the decimal text.
@Suite("Number parsing vectors", .needsData)
struct NumberVectorTests {
    @Test func `the nearest Double is found for every vector`() throws {
        var checked = 0
        for file in try TestData.files(in: "number-parsing") where file.hasSuffix(".txt") {
            let text = String(decoding: try TestData.bytes("number-parsing/\(file)"), as: UTF8.self)
            for line in text.split(separator: "\n") {
                let fields = line.split(separator: " ")
                guard fields.count == 4, let literal = jsonLiteral(fields[3]) else { continue }
                let bits = try #require(UInt64(fields[2], radix: 16))
                let number = try #require(JSONNumber(literal: literal), "\(file): \(line)")
                if number.double.bitPattern != bits {
                    Issue.record("\(file): \(line): got \(String(number.double.bitPattern, radix: 16))")
                }
                checked += 1
            }
        }
        #expect(checked >= 21_000)
    }

    /// The vectors know forms that JSON does not: `.5`, `5.`, `+5`, `05`. Nil for infinities and not-a-number.
    private func jsonLiteral(_ text: Substring) -> String? {
        var rest = text
        let isNegative = rest.hasPrefix("-")
        if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
        guard rest.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }) else { return nil }
        var mantissa = rest.prefix { $0 != "e" && $0 != "E" }
        let exponent = rest.dropFirst(mantissa.count)
        while mantissa.hasPrefix("0") { mantissa = mantissa.dropFirst() }
        var literal = isNegative ? "-" : ""
        if mantissa.isEmpty || mantissa.hasPrefix(".") { literal += "0" }
        literal += mantissa
        if mantissa.hasSuffix(".") { literal += "0" }
        return literal + exponent
    }
}

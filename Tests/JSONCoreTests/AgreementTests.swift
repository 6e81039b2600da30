import JSONCore
import Testing

/// Random values, the same in every run.
struct AgreementTests {
    private struct RandomValues {
        var generator: SeededGenerator

        mutating func build(_ builder: inout TapeBuilder, depth: Int) {
            switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &generator) {
            case 0: builder.null()
            case 1: builder.bool(.random(using: &generator))
            case 2: builder.int(Int64(bitPattern: generator.next()) >> Int64.random(in: 0..<64, using: &generator))
            case 3: if !builder.double(Double(bitPattern: generator.next())) { builder.null() }
            case 4: _ = builder.number(literal: Array(literal().utf8))
            case 5, 6: builder.string(text())
            case 7:
                builder.beginArray()
                for _ in 0..<Int.random(in: 0..<6, using: &generator) { build(&builder, depth: depth - 1) }
                builder.endArray()
            default:
                builder.beginObject()
                for position in 0..<Int.random(in: 0..<24, using: &generator) {
                    builder.key("\(position)" + text())
                    build(&builder, depth: depth - 1)
                }
                builder.endObject()
            }
        }

        private mutating func literal() -> String {
            let digits = (0..<Int.random(in: 1..<40, using: &generator)).map { _ in
                String(Int.random(in: 0...9, using: &generator))
            }
            let exponent = Int.random(in: -400...400, using: &generator)
            return "\(Bool.random(using: &generator) ? "-" : "")1.\(digits.joined())e\(exponent)"
        }

        private mutating func text() -> String {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<20, using: &generator) {
                let bound: UInt32 = [0x30, 0x80, 0x800, 0x10000, 0x110000].randomElement(using: &generator) ?? 0x80
                scalars.append(Unicode.Scalar(UInt32.random(in: 0..<bound, using: &generator)) ?? "?")
            }
            return String(scalars)
        }
    }

    @Test func `written values read back equal, compact and pretty`() throws {
        var values = RandomValues(generator: SeededGenerator(seed: 1))
        var parser = JSONParser(.default)
        for _ in 0..<2000 {
            var builder = TapeBuilder()
            values.build(&builder, depth: 4)
            let value = builder.finish()
            for layout in [JSON.Layout.compact, .pretty] {
                let bytes = value.serializedBytes(layout: layout)
                let parsed = try parser.parse(bytes)
                #expect(parsed == value)
                #expect(parsed.hashValue == value.hashValue)
                #expect(parsed.serializedBytes(layout: layout) == bytes)
                parser.recycle(parsed)
            }
        }
    }

    @Test func `damaged texts are refused or read, never worse`() throws {
        var values = RandomValues(generator: SeededGenerator(seed: 2))
        var parser = JSONParser(.default)
        let marks = Array("\"\\{}[],:0-.eE tfnu\u{0}\u{1F}".utf8) + [0x80, 0xC3, 0xE2, 0xF0, 0xFF]
        for _ in 0..<4000 {
            var builder = TapeBuilder()
            values.build(&builder, depth: 3)
            var bytes = builder.finish().serializedBytes()
            for _ in 0..<Int.random(in: 1...3, using: &values.generator) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &values.generator)
                switch Int.random(in: 0..<3, using: &values.generator) {
                case 0: bytes[place] = marks.randomElement(using: &values.generator) ?? 0
                case 1: bytes.remove(at: place)
                default: bytes.removeLast(bytes.count - place)
                }
            }
            do throws(JSONSyntaxError) {
                let json = try parser.parse(bytes)
                #expect(try parser.parse(json.serializedBytes()) == json)
                parser.recycle(json)
            } catch {
                #expect(error.offset <= bytes.count && error.line >= 1 && error.column >= 1)
            }
        }
    }
}

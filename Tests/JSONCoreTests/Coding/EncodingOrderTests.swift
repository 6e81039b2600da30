import JSONCore
import Testing

/// Values come where they belong, in whatever order containers are filled.
struct EncodingOrderTests {
    struct Script: Encodable, Sendable {
        var write: @Sendable (any Encoder) throws -> Void

        func encode(to encoder: any Encoder) throws { try write(encoder) }
    }

    enum Key: String, CodingKey { case a, b, c }

    struct Failing: Encodable {
        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Key.self)
            var list = members.nestedUnkeyedContainer(forKey: .a)
            try list.encode([1, 2])
            throw Missing()
        }
    }

    struct Missing: Error {}

    static let scripts: [(String, Script)] = [
        (
            #"{"a":3,"b":2}"#,
            Script { encoder in
                var members = encoder.container(keyedBy: Key.self)
                try members.encode(1, forKey: .a)
                try members.encode(2, forKey: .b)
                try members.encode(3, forKey: .a)
            }
        ),
        (
            #"{"a":{"a":1,"b":2},"b":0}"#,
            Script { encoder in
                var members = encoder.container(keyedBy: Key.self)
                var first = members.nestedContainer(keyedBy: Key.self, forKey: .a)
                try first.encode(1, forKey: .a)
                try members.encode(0, forKey: .b)
                var again = members.nestedContainer(keyedBy: Key.self, forKey: .a)
                try again.encode(2, forKey: .b)
            }
        ),
        (
            #"{"a":[1,2],"b":[3]}"#,
            Script { encoder in
                var members = encoder.container(keyedBy: Key.self)
                var first = members.nestedUnkeyedContainer(forKey: .a)
                var second = members.nestedUnkeyedContainer(forKey: .b)
                try first.encode(1)
                try second.encode(3)
                try first.encode(2)
            }
        ),
        (
            #"{"a":{},"b":"late","c":"\n"}"#,
            Script { encoder in
                var members = encoder.container(keyedBy: Key.self)
                let never = members.superEncoder(forKey: .a)
                let late = members.superEncoder(forKey: .b)
                try members.encode("\n", forKey: .c)
                try "late".encode(to: late)
                _ = never
            }
        ),
        (
            #"[{},[],{"super":{"a":true}}]"#,
            Script { encoder in
                var list = encoder.unkeyedContainer()
                let first = list.superEncoder()
                _ = list.nestedUnkeyedContainer()
                var third = list.nestedContainer(keyedBy: Key.self)
                var members = third.superEncoder().container(keyedBy: Key.self)
                try members.encode(true, forKey: .a)
                _ = first.container(keyedBy: Key.self)
            }
        ),
        (
            #"{"a":1,"c":null}"#,
            Script { encoder in
                var members = encoder.container(keyedBy: Key.self)
                try members.encode(1, forKey: .a)
                #expect(throws: Missing.self) { try members.encode(Failing(), forKey: .b) }
                try members.encodeNil(forKey: .c)
            }
        ),
        (
            #"["x"]"#,
            Script { encoder in
                var list = encoder.unkeyedContainer()
                #expect(throws: Missing.self) { try list.encode(Failing()) }
                #expect(list.count == 0)
                try list.encode("x")
                #expect(list.count == 1)
            }
        ),
        (
            "2",
            Script { encoder in
                var value = encoder.singleValueContainer()
                try value.encode(1)
                try value.encode(2)
            }
        ),
        ("{}", Script { _ in }),
        (
            #"{"a":{"x":[1.50,"é\"",{}]},"b":[]}"#,
            Script { encoder in
                var members = encoder.container(keyedBy: Key.self)
                try members.encode(JSON(parsing: #"{"x":[1.50,"\u00e9\"",{}]}"#), forKey: .a)
                try members.encode([String](), forKey: .b)
            }
        ),
    ]

    /// By number, because the testing library would encode the scripts themselves.
    @Test(arguments: scripts.indices) func `values come where they belong`(number: Int) throws {
        let (expected, script) = Self.scripts[number]
        let (json, text) = try TapeEncoder().encode(script)
        #expect(String(decoding: text, as: UTF8.self) == expected)
        // The tape says the same as the text.
        #expect(json.serialized() == expected)
        #expect(try JSON(parsing: text) == json)
    }

    @Test func `encoders know where they stand`() throws {
        struct Paths: Encodable {
            func encode(to encoder: any Encoder) throws {
                var members = encoder.container(keyedBy: Key.self)
                try members.encode("é\n", forKey: .c)
                var list = members.nestedUnkeyedContainer(forKey: .a)
                try list.encode(["x": [1]])
                #expect(list.codingPath.map(\.stringValue) == ["a"])
                let inner = list.superEncoder()
                #expect(inner.codingPath.map(\.stringValue) == ["a", "1"])
                var value = inner.singleValueContainer()
                do { try value.encode(Double.nan) } catch EncodingError.invalidValue(_, let context) {
                    #expect(context.codingPath.map(\.stringValue) == ["a", "1"])
                }
                do { try members.encode(Float.infinity, forKey: .b) } catch EncodingError.invalidValue(_, let context) {
                    #expect(context.codingPath.map(\.stringValue) == ["b"])
                }
            }
        }
        #expect(try TapeEncoder().encode(Paths()).json.serialized() == #"{"c":"é\n","a":[{"x":[1]},{}]}"#)
    }

    @Test func `strings are escaped wherever it is needed, and only there`() throws {
        for length in 0..<40 {
            for place in 0..<max(length, 1) {
                for character in ["a", "\"", "\\", "\n", "\u{1}", "é", "\u{7F}", "😀"] {
                    var characters = Array(repeating: "x", count: length)
                    if length > 0 { characters[place] = character }
                    let string = characters.joined()
                    let (json, text) = try TapeEncoder().encode([string, string])
                    #expect(json[1]?.string == string && json.serializedBytes() == text)
                    #expect(try JSON(parsing: text)[0]?.string == string)
                }
            }
        }
    }

    @Test func `numbers are written by their shortest literal`() throws {
        let numbers: [Double] = [
            0, -0.0, 1, -1, 0.1, 1e15, 999_999_999_999_999, 1e16, 1e300, .leastNonzeroMagnitude, -2.5,
        ]
        let (json, text) = try TapeEncoder().encode(numbers)
        let literals = numbers.map { $0.description.hasSuffix(".0") ? String($0.description.dropLast(2)) : "\($0)" }
        #expect(String(decoding: text, as: UTF8.self) == "[\(literals.joined(separator: ","))]")
        #expect(json.elements.compactMap(\.double) == numbers)
        #expect(try TapeEncoder().encode([UInt64.max, 0]).json.serialized() == "[18446744073709551615,0]")
        #expect(try TapeEncoder().encode([Int64.min, .max]).json[0]?.number?.int64 == .min)
    }
}

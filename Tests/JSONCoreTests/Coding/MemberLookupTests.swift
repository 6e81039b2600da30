import JSONCore
import Testing

/// Members are found wherever they stand, whatever was read before.
struct MemberLookupTests {
    struct Pair: Codable, Equatable { var left: Inner, right: Inner }

    struct Inner: Codable, Equatable {
        var a: Int
        var bb: String?
        var longName: Double
        var aVeryLongNameOfAMember: [Inner]
    }

    private static let inner = [#""a":1"#, #""bb":"x""#, #""longName":2.5"#, #""aVeryLongNameOfAMember":[]"#]

    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3], [0, 2, 3]], [false, true])
    func `in any order, with members left out and unknown ones between`(order: [Int], hasUnknown: Bool) throws {
        var members = order.map { Self.inner[$0] }
        if hasUnknown { members = members.flatMap { [#""\u0061\#($0.utf8.count)":[{"a":5}]"#, $0] } }
        let inner = "{\(members.joined(separator: ","))}"
        let pair = try TapeDecoder().decode(Pair.self, from: JSON(parsing: "{\"right\":\(inner),\"left\":\(inner)}"))
        let expected = Inner(a: 1, bb: order.contains(1) ? "x" : nil, longName: 2.5, aVeryLongNameOfAMember: [])
        #expect(pair == Pair(left: expected, right: expected))
    }

    @Test(arguments: [1, 15, 16, 17, 40]) func `in objects of any size`(count: Int) throws {
        let names = (0..<count).map { "member\($0)" }
        let text = names.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",")
        let all = try TapeDecoder().decode([String: String].self, from: JSON(parsing: "{\(text)}"))
        #expect(all == Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
        struct Last: Decodable { var member0: String, missing: Int? }
        #expect(try TapeDecoder().decode(Last.self, from: JSON(parsing: "{\(text)}")).member0 == "member0")
    }

    @Test func `the last of several counts, also behind the guess`() throws {
        let text = #"{"a":1,"longName":1,"a":2,"aVeryLongNameOfAMember":[],"longName":3}"#
        let inner = try TapeDecoder().decode(Inner.self, from: JSON(parsing: text, options: .allowingDuplicates))
        #expect(inner == Inner(a: 2, bb: nil, longName: 3, aVeryLongNameOfAMember: []))
    }

    struct Optionals: Codable, Equatable {
        var bool: Bool?, string: String?, double: Double?, float: Float?
        var int: Int?, int8: Int8?, int16: Int16?, int32: Int32?, int64: Int64?
        var uint: UInt?, uint8: UInt8?, uint16: UInt16?, uint32: UInt32?, uint64: UInt64?
        var inner: [Int]?

        static let all = Optionals(
            bool: true, string: "x", double: 1.5, float: 2.5, int: 1, int8: -2, int16: 3, int32: -4, int64: 5, uint: 6,
            uint8: 7, uint16: 8, uint32: 9, uint64: .max, inner: [10])
        static let names = [
            "bool", "string", "double", "float", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16",
            "uint32", "uint64", "inner",
        ]
    }

    @Test func `optional members of every type are there, null or left out`() throws {
        #expect(try TapeDecoder().decode(Optionals.self, from: TapeEncoder().encode(Optionals.all).json) == .all)
        let nulls = Optionals.names.map { "\"\($0)\":null" }.joined(separator: ",")
        for text in ["{}", "{\(nulls)}"] {
            #expect(try TapeDecoder().decode(Optionals.self, from: JSON(parsing: text)) == Optionals())
        }
    }

    @Test(arguments: Optionals.names) func `optional members of another type are errors`(name: String) throws {
        let error = #expect(throws: DecodingError.self) {
            try TapeDecoder().decode(Optionals.self, from: JSON(parsing: "{\"\(name)\":{}}"))
        }
        #expect(error?.path == [name])
    }

    /// Reads as many objects as are left, each by keys of its own type.
    struct Nest<Level>: Decodable {
        var levels: Int

        enum Keys: String, CodingKey { case inner }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Keys.self)
            levels = try members.decodeIfPresent(Nest<[Level]>.self, forKey: .inner).map { $0.levels + 1 } ?? 1
        }
    }

    @Test func `by more types of keys than a decoder remembers, again and again`() throws {
        let decoder = TapeDecoder()
        for levels in [1, 3, 50, 2, 50] {
            let starts = repeatElement(#"{"inner":"#, count: levels - 1), ends = repeatElement("}", count: levels - 1)
            let text = starts + ["{}"] + ends
            #expect(try decoder.decode(Nest<Int>.self, from: JSON(parsing: text.joined())).levels == levels)
        }
    }

    @Test func `by decoders that learn at the same time`() async throws {
        let decoder = TapeDecoder()
        let json = try JSON(parsing: #"{"left":{"a":1,"longName":2,"aVeryLongNameOfAMember":[]},"inner":{"inner":{}}}"#)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<64 {
                group.addTask {
                    guard number.isMultiple(of: 2) else { return try decoder.decode(Nest<Int>.self, from: json).levels }
                    return try decoder.decode([String: JSON].self, from: json).count + 1
                }
            }
            for try await count in group { #expect(count == 3) }
        }
    }

    /// Reads two objects in turns.
    struct Turns: Decodable, Equatable {
        var values: [Int] = []

        enum Keys: String, CodingKey { case first, second, x, y }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Keys.self)
            let first = try members.nestedContainer(keyedBy: Keys.self, forKey: .first)
            let second = try members.nestedContainer(keyedBy: Keys.self, forKey: .second)
            for key in [Keys.x, .y] {
                values.append(try first.decode(Int.self, forKey: key))
                values.append(try second.decode(Int.self, forKey: key))
            }
            values += [first.allKeys.count, members.contains(.x) ? 1 : 0]
        }
    }

    @Test func `of several objects in turns`() throws {
        let text = #"{"first":{"x":1,"y":2},"second":{"y":4,"x":3}}"#
        #expect(try TapeDecoder().decode(Turns.self, from: JSON(parsing: text)).values == [1, 3, 2, 4, 2, 0])
    }
}

import JSONCore
import Testing

struct JSONParserTests {
    private func syntaxError(_ text: String, _ options: JSONParser.Options = .default) -> JSONSyntaxError? {
        do throws(JSONSyntaxError) {
            _ = try JSON(parsing: text, options: options)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a document reads back as it was written`() throws {
        let text = #"{"a":[1,2.5,-0,1e400,true,false,null,"x\ny","é😀"],"b":{},"c":[],"d":{"e":[[]]}}"#
        let json = try JSON(parsing: text)
        #expect(json.serialized() == text)
        #expect(try JSON(parsing: json.serialized(layout: .pretty)) == json)
        #expect(json["a"]?.count == 9)
        #expect(json["a"]?[7]?.string == "x\ny")
    }

    @Test(arguments: [
        ("", 1, 1, "ends before"), ("[1,\n 2", 2, 3, "ends before"), ("[1,]", 1, 4, "value was expected"),
        ("{\"é\" 1}", 1, 6, "colon"), ("{\"a\":1,}", 1, 8, "key in double quotes"), ("[1 2]", 1, 4, "comma or \"]\""),
        ("{\"a\":1 \"b\"}", 1, 8, "comma or \"}\""), ("nul", 1, 1, "bare words"), ("[01]", 1, 2, "superfluous zero"),
        ("[1.]", 1, 4, "digit"), ("[-]", 1, 3, "digit"), ("1 2", 1, 3, "Nothing but white space"),
        ("[\"\\x\"]", 1, 3, "backslash"), ("[\"\\u12\"]", 1, 3, "four hexadecimal"), ("\"\\ud800\"", 1, 2, "surrogate"),
        ("\"\\udc00\\ud800\"", 1, 2, "surrogate"), ("\"a\u{1}\"", 1, 3, "control"),
        ("{1:2}", 1, 2, "key in double quotes"),
        ("\u{FEFF}1", 1, 1, "byte-order"), ("{\"a\":1,\"b\":{\"c\":1,\n\"c\":2}}", 2, 1, "already has"),
        ("\"abc", 1, 5, "ends before"), ("1e", 1, 3, "ends before"),
    ])
    func `errors say what and where`(text: String, line: Int, column: Int, part: String) throws {
        let error = try #require(syntaxError(text), "\(text)")
        #expect(error.line == line && error.column == column, "\(text): \(error)")
        #expect(error.message.contains(part), "\(text): \(error)")
    }

    @Test func `ill-formed UTF-8 is refused wherever it stands`() throws {
        let broken: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
            [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xFF],
        ]
        for bytes in broken {
            for prefix in ["", "a", "é", "1234567", "\\n"] {
                let text = Array("\"\(prefix)".utf8) + bytes + Array("\"".utf8)
                #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
                #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text.dropLast()) }
            }
        }
    }

    @Test func `every scalar survives, raw and escaped`() throws {
        for value in UInt32(0)...0x10FFFF {
            guard value < 0x3000 || value % 97 == 0, let scalar = Unicode.Scalar(value) else { continue }
            let units = String(scalar).utf16.map { "\\u" + String(UInt32($0) + 0x10000, radix: 16).dropFirst() }
            let escaped = try JSON(parsing: "\"" + units.joined() + "\"")
            #expect(escaped.string?.unicodeScalars.elementsEqual([scalar]) == true)
            #expect(try JSON(parsing: escaped.serialized()) == escaped)
            if value >= 0x20, scalar != "\"", scalar != "\\" {
                #expect(try JSON(parsing: "\"\(scalar)\"") == escaped)
            }
        }
    }

    @Test func `depth is bounded without recursion`() throws {
        let open = String(repeating: "[", count: 100_000)
        #expect(try #require(syntaxError(open)).message.contains("512 levels"))
        let deep = JSONParser.Options(maximumDepth: .max)
        #expect(try #require(syntaxError(open, deep)).message.contains("ends before"))
        #expect(
            try #require(syntaxError(String(repeating: "{\"a\":", count: 100_000), deep)).message.contains(
                "ends before"))
        let nested = try JSON(parsing: open + String(repeating: "]", count: 100_000), options: deep)
        #expect(nested == nested.elements.first(where: { _ in true }).map { _ in nested })
        let copy = try JSON(parsing: nested.serialized(), options: deep)
        #expect(copy == nested && copy.hashValue == nested.hashValue)
        #expect(throws: Never.self) { try JSON(parsing: "[[1]]", options: .init(maximumDepth: 2)) }
        #expect(try #require(syntaxError("[[[1]]]", .init(maximumDepth: 2))).column == 3)
    }

    @Test func `size is bounded`() throws {
        #expect(syntaxError("[1,2]", .init(maximumDepth: 9, maximumBytes: 5)) == nil)
        #expect(try #require(syntaxError("[1,2]", .init(maximumDepth: 9, maximumBytes: 4))).message.contains("4 bytes"))
    }

    @Test(arguments: [2, 5, 16, 17, 40, 1000])
    func `duplicate keys are refused, in small and large objects`(count: Int) throws {
        var members = (0..<count).map { "\"property_number_\($0)\":{\"x\":[\($0)]}" }
        #expect(syntaxError("{" + members.joined(separator: ",") + "}") == nil)
        let plain = members + ["\"property_number_0\":1"]
        #expect(try #require(syntaxError("{" + plain.joined(separator: ",\n") + "}")).line == count + 1)
        members[count - 1] = "\"\\u0070roperty_number_0\":1"
        let text = "{" + members.joined(separator: ",") + "}"
        #expect(try #require(syntaxError(text)).message.contains("already"))
        let json = try JSON(parsing: text, options: .allowingDuplicates)
        #expect(json["property_number_0"]?.int == 1)
        #expect(json.count == count)
        let last = "{" + members.dropFirst().joined(separator: ",") + "}"
        let unique = try JSON(parsing: last)
        #expect(json == unique && json.hashValue == unique.hashValue)
    }

    /// Pairwise it would be twenty thousand million comparisons.
    @Test(.timeLimit(.minutes(2))) func `many keys take time in proportion`() throws {
        let members = (0..<200_000).map { "\"k\($0)\":0" }.joined(separator: ",")
        #expect(try JSON(parsing: "{\(members)}").count == 200_000)
    }

    @Test func `a parser reuses what is given back`() throws {
        var parser = JSONParser(.default)
        var kept: [JSON] = []
        for round in 0..<50 {
            let text =
                "{\"round\": \(round), \"s\": \"a\\n\(round)\", \"list\": [\(String(repeating: "1,", count: round))0]}"
            let json = try parser.parse(Array(text.utf8))
            #expect(json["round"]?.int == round)
            #expect(json["s"]?.string == "a\n\(round)")
            #expect(json["list"]?.count == round + 1)
            if round % 5 == 0 { kept.append(json) }
            parser.recycle(json)
            #expect(throws: JSONSyntaxError.self) { try parser.parse(Array("[1,".utf8)) }
        }
        #expect(kept.compactMap { $0["round"]?.int } == Array(stride(from: 0, to: 50, by: 5)))
    }

    @Test func `a recycled document is used again, unless something refers to it or it is large`() throws {
        var options = JSONParser.Options.default
        options.keptBytes = 4096
        var parser = JSONParser(options)
        let first = try recycled("[1,2]", by: &parser)
        #expect(try recycled("[3,4]", by: &parser) == first)
        var copy = parser
        let kept = try parser.parse(Array("[3]".utf8))
        let other = try copy.parse(Array("[4]".utf8))
        #expect(kept[0]?.int == 3 && other[0]?.int == 4)
        parser.recycle(kept)
        #expect(kept[0]?.int == 3)
        let large = Array("[\"\(String(repeating: "x", count: 5000))\"]".utf8)
        parser.recycle(try parser.parse(large))
        #expect(try parser.parse(large)[0]?.string?.utf8.count == 5000)
    }

    private func recycled(_ text: String, by parser: inout JSONParser) throws -> ObjectIdentifier {
        let json = try parser.parse(Array(text.utf8))
        let tape = ObjectIdentifier(json.tape)
        parser.recycle(json)
        return tape
    }

    @Test func `positions are those of the last text in a document's storage`() throws {
        var parser = JSONParser(.default)
        let json = try parser.parse(Array("[\n\n1]".utf8))
        #expect(try #require(json.tape.position(of: 1)) == (3, 1))
        parser.recycle(json)
        let next = try parser.parse(Array("[ 1]".utf8))
        #expect(try #require(next.tape.position(of: 1)) == (1, 3))
    }
}

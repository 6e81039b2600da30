import JSONCore
import Testing

struct CodingTests {
    private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try TapeDecoder().decode(type, from: JSON(parsing: text))
    }

    private let orderText = #"""
        {"order_id":9007199254740993,"state":"open","payment":[{"cash":{}},{"card":{"number":"42","holder":{"name":"Ada"}}},
        {"card":{"number":"43"}},{"points":{"_0":7}}],"holder":null,"totals":{"a":1.5,"b":2},"matrix":[[1,-128],[]],
        "flags":[true,null,false],"big":18446744073709551615,"ratio":0.1,"unknown":{"x":[]}}
        """#

    @Test func `nested types decode, and what they encode decodes again`() throws {
        let order = try decode(Order.self, orderText)
        #expect(order.order_id == 9_007_199_254_740_993 && order.state == .open && order.big == .max)
        #expect(
            order.payment == [
                .cash, .card(number: "42", holder: .init(name: "Ada")), .card(number: "43", holder: nil), .points(7),
            ])
        #expect(order.note == nil && order.holder == nil && order.totals == ["a": 1.5, "b": 2])
        #expect(order.matrix == [[1, -128], []] && order.flags == [true, nil, false] && order.ratio == 0.1)
        let json = try TapeEncoder().encode(order).json
        #expect(try TapeDecoder().decode(Order.self, from: json) == order)
        #expect(try TapeDecoder().decode(Order.self, from: JSON(parsing: json.serialized())) == order)
        #expect(json["order_id"]?.number?.literal == "9007199254740993")
        #expect(json["holder"] == nil && json["note"] == nil)
    }

    @Test func `superclasses stand under super`() throws {
        let json = try TapeEncoder().encode(Dog(name: "Rex", age: 3)).json
        #expect(json.serialized() == #"{"age":3,"super":{"name":"Rex"}}"#)
        let dog = try TapeDecoder().decode(Dog.self, from: json)
        #expect(dog.name == "Rex" && dog.age == 3)
        #expect(throws: DecodingError.self) { try decode(Dog.self, #"{"age":3}"#) }
    }

    @Test func `containers may be filled in turns`() throws {
        let json = try TapeEncoder().encode(Interleaved()).json
        #expect(json.serialized() == #"{"list":[1,2,{"inner":null},["deep"]],"outer":{"inner":{"x":1}}}"#)
        #expect(try TapeDecoder().decode(Interleaved.self, from: json) == Interleaved())
    }

    @Test(arguments: [
        ("127", true), ("-128", true), ("128", false), ("1.0", true), ("1.5", false), ("1e2", true), ("1e400", false),
        ("18446744073709551616", false), ("\"1\"", false), ("null", false), ("true", false),
    ])
    func `integers fit exactly or are errors`(text: String, fits: Bool) throws {
        if fits {
            #expect(throws: Never.self) { try decode(Int8.self, text) }
        } else {
            #expect(throws: DecodingError.self) { try decode(Int8.self, text) }
        }
        #expect(((try? decode([String: Int8].self, "{\"x\":\(text)}")) != nil) == fits)
        #expect(((try? decode([Int8].self, "[\(text)]")) != nil) == fits)
    }

    @Test func `every scalar type decodes and encodes`() throws {
        #expect(try decode([UInt64].self, "[0,18446744073709551615]") == [0, .max])
        #expect(try decode([Int64].self, "[-9223372036854775808]") == [.min])
        #expect(try decode([Double].self, "[1,2.5,1e300]") == [1, 2.5, 1e300])
        #expect(throws: DecodingError.self) { try decode(Double.self, "1e400") }
        #expect(throws: DecodingError.self) { try decode(Float.self, "1e300") }
        #expect(try decode(Int?.self, "null") == nil)
        #expect(try decode([Int: String].self, #"{"1":"a"}"#) == [1: "a"])
        #expect(try TapeEncoder().encode([1.5 as Float, 0.1]).json.serialized() == "[1.5,0.1]")
        #expect(try TapeEncoder().encode([120, -0.5, 1e300]).json.serialized() == "[120,-0.5,1e+300]")
        #expect(try TapeEncoder().encode([UInt8(1)]).json.serialized() == "[1]")
        #expect(try TapeEncoder().encode(Int?.none).json.serialized() == "null")
        #expect(try TapeEncoder().encode("x\ny").json.serialized() == #""x\ny""#)
        #expect(throws: EncodingError.self) { try TapeEncoder().encode(["x": Double.nan]) }
    }

    @Test func `errors name the path and what was expected, not the value`() throws {
        func context(_ text: String) throws -> DecodingError.Context? {
            do {
                _ = try decode(Order.self, text)
                return nil
            } catch DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context) {
                return context
            }
        }
        let wrong = orderText.replacing(#"[1,-128]"#, with: #"[1,"secret"]"#)
        let mismatch = try #require(try context(wrong))
        #expect(mismatch.codingPath.map(\.stringValue) == ["matrix", "0", "1"])
        #expect(mismatch.debugDescription == "An integer was expected, not a string.")
        let range = try #require(try context(orderText.replacing("-128", with: "-129")))
        #expect(range.debugDescription == "The integer must be from -128 to 127.")
        #expect(throws: DecodingError.self) { try decode(Order.Holder.self, "{}") }
        #expect(throws: DecodingError.self) { try decode(Order.Holder.self, "[]") }
    }

    @Test func `JSON and numbers pass without loss`() throws {
        struct Envelope: Codable {
            var value: JSON
            var amount: JSONNumber
        }
        let text = #"{"value":{"x":[1e400,1.50,null]},"amount":0.10000000000000000000000001}"#
        let envelope = try decode(Envelope.self, text)
        #expect(try TapeEncoder().encode(envelope).json.serialized() == text)
        #expect(throws: DecodingError.self) { try decode(JSONNumber.self, "\"1\"") }
    }

    @Test func `large objects decode in proportion, the last duplicate counting`() throws {
        let members = (0..<20_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        let numbers = try decode([String: Int].self, "{\(members)}")
        #expect(numbers.count == 20_000 && numbers["key19999"] == 19_999)
        #expect(try TapeDecoder().decode([String: Int].self, from: TapeEncoder().encode(numbers).json) == numbers)
        let twice = try JSON(parsing: #"{"name":"a","name":"b"}"#, options: .allowingDuplicates)
        #expect(try TapeDecoder().decode(Order.Holder.self, from: twice).name == "b")
    }

    @Test func `special types are coded by the hook`() throws {
        struct Celsius: Codable, Equatable, Sendable { var degrees: Double }
        struct Report: Codable, Equatable { var values: [Celsius], best: Celsius? }
        let decoder = TapeDecoder(
            special: .init([Celsius.self]) { _, json throws(TapeDecoder.Refusal) in
                if json.string != nil { throw TapeDecoder.Refusal("Celsius is a number.") }
                return json.double.map { Celsius(degrees: $0) }
            })
        let encoder = TapeEncoder(special: .init([Celsius.self]) { ($0 as? Celsius)?.degrees ?? $0 })
        let report = try decoder.decode(Report.self, from: JSON(parsing: #"{"values":[1.5,2],"best":3}"#))
        #expect(report == Report(values: [.init(degrees: 1.5), .init(degrees: 2)], best: .init(degrees: 3)))
        #expect(try encoder.encode(report).json.serialized() == #"{"values":[1.5,2],"best":3}"#)
        #expect(try decoder.decode(Celsius.self, from: JSON(parsing: #"{"degrees":4}"#)).degrees == 4)
        let error = #expect(throws: DecodingError.self) {
            try decoder.decode(Report.self, from: JSON(parsing: #"{"values":[1,"x"]}"#))
        }
        #expect(error?.path == ["values", "1"] && error?.sentence == "Celsius is a number.")
    }
}

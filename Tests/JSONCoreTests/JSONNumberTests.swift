import JSONCore
import Testing

struct JSONNumberTests {
    private func number(_ literal: String) throws -> JSONNumber {
        try #require(JSONNumber(literal: literal), "\(literal)")
    }

    @Test(arguments: [
        ["0", "-0", "0.0", "0e5", "-0.000e-7", "0e99999999999999999999"],
        ["1", "1.0", "1e0", "10e-1", "0.1e1", "100000000000000000000e-20"],
        ["100", "1e2", "1.00e2", "1000e-1"],
        ["9223372036854775807", "9223372036854775807.0", "9.223372036854775807e18"],
        ["9223372036854775808", "9223372036854775808.00", "922337203685477580.8e1"],
        ["-9223372036854775808", "-9223372036854775808.0", "-92233720368547758080e-1"],
        ["18446744073709551615", "1844674407370955161.5e1"],
        ["18446744073709551616", "18446744073709551616.0", "1844674407370955161600e-2"],
        ["0.1", "1e-1", "0.10", "10e-2", "0.0000000000000000000000000000001e30"],
        ["1e400", "10e399", "0.1e401"],
        ["1e1000000000", "10e999999999"],
        ["0.30000000000000004", "30000000000000004e-17", "3.0000000000000004000e-1"],
        ["1e20", "100000000000000000000", "100000000000000000000.000"],
    ])
    func `all ways to write one number are equal`(literals: [String]) throws {
        for left in literals {
            for right in literals {
                let (a, b) = (try number(left), try number(right))
                #expect(a == b && !(a < b) && !(a > b), "\(left) \(right)")
                #expect(a.hashValue == b.hashValue, "\(left) \(right)")
                #expect(a.isInteger == b.isInteger, "\(left) \(right)")
            }
        }
    }

    @Test func `different numbers are ordered exactly`() throws {
        let ascending = [
            "-1e1000000000", "-1e400", "-18446744073709551616", "-9223372036854775809", "-9223372036854775808",
            "-9007199254740993", "-9007199254740992.5", "-9007199254740992", "-1.5", "-1", "-0.1",
            "-0.09999999999999999999999", "-1e-400", "0", "1e-1000000000", "1e-400", "0.1",
            "0.1000000000000000055511151231257827", "0.10000000000000001", "0.5", "0.99999999999999999999",
            "1", "1.00000000000000000001", "2", "9007199254740992", "9007199254740992.1", "9007199254740993",
            "9223372036854775807", "9223372036854775807.5", "9223372036854775808", "18446744073709551615",
            "18446744073709551615.5", "18446744073709551616", "1e20", "100000000000000000001", "1e308", "1e309",
            "1.00000000000000000000001e309", "1e400", "2e400", "1e1000000000",
        ]
        for (i, left) in ascending.enumerated() {
            for (j, right) in ascending.enumerated() {
                let (a, b) = (try number(left), try number(right))
                #expect((a < b) == (i < j), "\(left) < \(right)")
                #expect((a == b) == (i == j), "\(left) == \(right)")
            }
        }
    }

    @Test(arguments: [
        ("1", true), ("1.0", true), ("1e2", true), ("1.5", false), ("15e-1", false), ("1e-1", false), ("1e400", true),
        ("0.0", true), ("1e-400", false), ("123456789012345678901234567890", true),
        ("123456789012345678901234567890.5", false), ("12345678901234567890123456789e-1", false),
        ("123456789012345678901234567890e-1", true), ("1.000000000000000000000001e24", true),
        ("1.000000000000000000000001e23", false),
    ])
    func `integral values are integers however they are written`(literal: String, isInteger: Bool) throws {
        #expect(try number(literal).isInteger == isInteger)
        #expect(try JSON(parsing: literal).kind == (isInteger ? .integer : .number))
    }

    @Test(arguments: [
        ("0.0075", "0.0001", true), ("0.00751", "0.0001", false), ("10", "3", false), ("9", "3", true),
        ("0", "3", true),
        ("9", "0", false), ("1e1000000000", "3", false), ("3e1000000000", "3", true), ("1e1000000000", "1024", true),
        ("1e308", "0.5", true), ("1e308", "0.123456789", false), ("1", "1e-1000000000", true),
        ("12391239123", "1e-8", true), ("-9.5", "0.5", true), ("-9.5", "-0.5", true), ("4.5", "1.5", true),
        ("35", "1.5", false), ("1", "1e1000000000", false), ("9223372036854775808", "2", true),
        ("340282366920938463463374607431768211456", "18446744073709551616", true),
        ("340282366920938463463374607431768211457", "18446744073709551616", false),
        ("170141183460469231731687303715884105727e100", "170141183460469231731687303715884105727", true),
        ("170141183460469231731687303715884105728e100", "170141183460469231731687303715884105727", false),
        ("1e50", "18446744073709551616e1", false), ("1e64", "18446744073709551616", true),
        ("19.99", "0.01", true), ("1.1", "0.1", true), ("7", "7.0", true), ("8", "9999999999999999999", false),
        ("99999999999999999990", "9999999999999999999", true), ("7", "1", true), ("7.5", "1", false),
        ("1844674407370955161600000000000000000000", "1", true),
    ])
    func `multiples are found exactly`(value: String, divisor: String, expected: Bool) throws {
        #expect(try number(value).isMultiple(of: number(divisor)) == expected, "\(value) of \(divisor)")
    }

    @Test(arguments: [
        "", " 1", "1 ", "+1", "01", "-", "-01", "1.", ".5", "1e", "1e+", "0x1", "1_0", "NaN", "1.e1", "1,",
    ])
    func `what is no JSON number is refused`(literal: String) {
        #expect(JSONNumber(literal: literal) == nil)
    }

    @Test(.timeLimit(.minutes(2))) func `a hundred thousand digits are no burden`() throws {
        let digits = String(repeating: "123456789", count: 11_000)
        let value = try number(digits)
        let (nine, two, longer, same) = try (number("9"), number("2"), number(digits + "0"), number(digits + ".0"))
        #expect(value.isMultiple(of: nine) && !value.isMultiple(of: two))
        #expect(value < longer && value == same)
        #expect(value.double == .infinity && value.isInteger && value.int64 == nil)
    }

    @Test func `conversions are exact or nil`() throws {
        #expect(try number("1e3").int64 == 1000)
        #expect(try number("-9223372036854775808").int64 == .min)
        #expect(try number("9223372036854775808").int64 == nil)
        #expect(try number("9223372036854775808").uint64 == 1 << 63)
        #expect(try number("18446744073709551615").uint64 == .max)
        #expect(try number("-1").uint64 == nil)
        #expect(try number("1.5").int64 == nil)
        #expect(try number("-0").double.sign == .minus)
        #expect(try number("-0.0").double.sign == .minus)
        #expect(try number("1e400").double == .infinity)
        #expect(try number("1e-400").double == 0)
        #expect(JSONNumber(-5).literal == "-5")
    }

    @Test func `a Double's own text reads back as that Double`() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(try number(value.description).double.bitPattern == value.bitPattern, "\(value)")
        }
    }

    /// The middle between two Doubles, written out, goes to the even one; a hair above and below it to its side.
    @Test func `ties are broken exactly`() throws {
        let middle = "9007199254740993"
        #expect(try number(middle).double == 9007199254740992)
        #expect(try number(middle + "." + String(repeating: "0", count: 900) + "1").double == 9007199254740994)
        #expect(try number("9007199254740992." + String(repeating: "9", count: 900)).double == 9007199254740992)
        let smallest = "2.4703282292062327209"
        #expect(try number(smallest + "e-324").double == .leastNonzeroMagnitude)
        #expect(try number("2.4703282292062327e-324").double == 0)
    }
}

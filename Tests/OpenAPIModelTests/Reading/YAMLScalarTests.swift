import JSONCore
import OpenAPIModel
import Testing

@Suite("Scalars of YAML")
struct YAMLScalarTests {
    private func value(_ text: String) throws -> JSON {
        try #require(try StructuredText.parse(Array("v: \(text)".utf8), name: "test", limits: .standard)["v"])
    }

    @Test(arguments: [
        ("", "null"), ("~", "null"), ("null", "null"), ("Null", "null"), ("NULL", "null"),
        ("true", "true"), ("True", "true"), ("FALSE", "false"),
        ("0", "0"), ("-0", "-0"), ("12", "12"), ("-19", "-19"), ("+12", "12"),
        ("9223372036854775808", "9223372036854775808"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("0o17", "15"), ("0xFf", "255"), ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"),
        ("1.5", "1.5"), ("1.50", "1.50"), (".5", "0.5"), ("-.5", "-0.5"), ("1.", "1.0"), ("+1.", "1.0"),
        ("1e3", "1e3"), ("1E+3", "1E+3"), (".5e-3", "0.5e-3"), ("12e03", "12e03"), ("!!int '5'", "5"),
        ("!custom 5", "5"), ("!!float 1", "1"),
    ])
    func `mean what the core schema says`(text: String, expected: String) throws {
        #expect(try value(text).serialized() == expected)
    }

    @Test(arguments: [
        "no", "NO", "No", "off", "on", "yes", "y", "n", "tRUE", "nULL", "007", "-007", "00", "00.5", "18:00", "1:2:3",
        "2020-01-01", "2020-01-01T00:00:00Z", "1_000", "0b1", "0o8", "0o", "0x", "0xG", "0x-1", "0x1FFFFFFFFFFFFFFFF",
        ".inf", "-.inf", ".nan", "+", "-a", ".", "1e", "1e+", "e3", "1.2.3", "1,5", "~~", "1 2", "nullable", "truely",
    ])
    func `stay texts when they are nothing else`(text: String) throws {
        #expect(try value(text).string == text)
    }

    @Test(arguments: ["'5'", "\"true\"", "!!str 5", "!custom \"5\"", "'null'", "! true", "|\n  5"])
    func `stay texts when they are quoted or tagged so`(text: String) throws {
        #expect(try value(text).kind == .string)
    }

    @Test func `are texts as keys`() throws {
        let text = "200: a\ntrue: b\n~: c\n1.50: d\n? \n: e\n"
        let json = try StructuredText.parse(Array(text.utf8), name: "test", limits: .standard)
        #expect(json.members.map(\.key) == ["200", "true", "~", "1.50", ""])
    }
}

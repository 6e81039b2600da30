import Testing

@testable import RegexCore

@Suite struct UnicodePropertyTests {
    /// Property, code points that have it, code points that do not.
    static let table: [(String, [UInt32], [UInt32])] = [
        ("Script=Greek", [0x370, 0x3B1, 0x1F00, 0x1D245], [0x41, 0x374, 0x3E2]),
        ("sc=Grek", [0x3B1], [0x387]), ("sc=Qaac", [0x3E2], [0x3B1]), ("sc=Qaai", [0x300], [0x41]),
        ("Script=Common", [0x20, 0x1F600], [0x41]), ("sc=Zyyy", [0x30FC], [0x30A2]),
        ("Script_Extensions=Katakana", [0x30A2, 0x30FC], [0x41]), ("scx=Kana", [0x3001], [0x378]),
        ("scx=Deva", [0x904, 0x964, 0x1CD0], [0x985]), ("scx=Zinh", [0x303], [0x342, 0x1CD0]),
        ("scx=Latin", [0x41, 0x363], [0x3B1]), ("sc=Latin", [0x41], [0x363]),
        ("sc=Unknown", [0x378, 0xE000, 0xD800, 0xFFFF], [0x41]), ("sc=Katakana_Or_Hiragana", [], [0x30A2, 0x30FC]),
        ("Extended_Pictographic", [0xA9, 0x1F600, 0x1FC00], [0x23, 0x1F1E6]), ("ExtPict", [0x2764], [0x61]),
        ("Emoji", [0x23, 0x1F600], [0x61]), ("EPres", [0x1F600], [0x2764]), ("EBase", [0x1F44D], [0x1F600]),
        ("EMod", [0x1F3FB], [0x1F44D]), ("EComp", [0x23, 0x200D, 0xFE0F], [0x1F600]), ("RI", [0x1F1E6], [0x41]),
        ("General_Category=Lu", [0x41], [0x61]), ("gc=Uppercase_Letter", [0xC9], [0xE9]), ("Lt", [0x1C5], [0x1C4]),
        ("LC", [0x41, 0x61, 0x1C5], [0x2B0]), ("Combining_Mark", [0x300], [0x41]), ("punct", [0x21], [0x24]),
        ("digit", [0x30, 0x9EA], [0xB2]), ("cntrl", [0x0], [0x20]), ("Cs", [0xD800, 0xDFFF], [0xE000]),
        ("Cn", [0x378, 0xFFFF], [0xE000]), ("Co", [0xE000, 0x10FFFD], [0x10FFFE]), ("Other", [0x0, 0xAD], [0x41]),
        ("Any", [0, 0xD800, 0x10FFFF], []), ("ASCII", [0, 0x7F], [0x80]), ("Assigned", [0x41, 0xE000], [0x378]),
        ("AHex", [0x46, 0x66], [0x67, 0xFF26]), ("Hex", [0xFF26], [0x67]), ("space", [0x20, 0x85], [0x200B]),
        ("Bidi_M", [0x28], [0x2E]), ("CWKCF", [0x41, 0xAD], [0x61]), ("XIDS", [0x41], [0x37A]),
        ("IDS", [0x37A], [0x30]),
        ("VS", [0xFE0F], [0xFE10]), ("NChar", [0xFDD0, 0x10FFFF], [0xFDCF]), ("Pat_Syn", [0x21], [0x41]),
    ]

    @Test(arguments: table)
    func `a property has the code points that Unicode says`(property: String, present: [UInt32], absent: [UInt32])
        throws
    {
        let scalars = try #require(UnicodeProperty.named(property)).scalars
        for scalar in present { #expect(scalars.contains(scalar), "U+\(String(scalar, radix: 16))") }
        for scalar in absent { #expect(!scalars.contains(scalar), "U+\(String(scalar, radix: 16))") }
    }

    @Test func `every property and value that ECMA-262 names is there`() {
        #expect(NamedScalars.binaryProperties.count == 53)
        #expect(NamedScalars.generalCategories.count == 38)
        #expect(NamedScalars.scripts.count == 165)
        #expect(NamedScalars.scriptExtensions.count >= 60)
    }

    @Test(arguments: [
        "", "lu", "LU", "Uppercase Letter", "Greek", "Script", "Script=", "Script=greek", "sc=L", "gc=Greek", "gc=",
        "General_Category=Alphabetic", "Alphabetic=Yes", "scx", "=Lu", "L=", "IsGreek", "InGreek", "Block=Greek",
        "Line_Break", "WSpace", "ASCII=ASCII", "RGI_Emoji", "Composition_Exclusion", "Hyphen", "Other_Alphabetic", " L",
        "L ",
    ])
    func `other names are refused`(property: String) {
        #expect(UnicodeProperty.named(property) == nil)
        #expect(!UnicodeProperty.reasonForRefusing(property).isEmpty)
    }

    @Test(arguments: [
        ("\\p{lu}", "Write \"Lu\"."), ("\\p{uppercaseletter}", "Write \"Uppercase_Letter\"."),
        ("\\p{Greek}", "Write \"\\p{Script=Greek}\"."), ("\\p{RGI_Emoji}", "needs the flag \"v\""),
        ("\\p{}", "names no property"), ("\\p{Block=Latin}", "spelled as in Unicode's tables"),
    ])
    func `a refusal says what was meant`(pattern: String, advice: String) {
        #expect {
            try ECMAPattern(pattern)
        } throws: { error in
            (error as? ECMAPatternError)?.message.contains(advice) == true
        }
    }

    /// Ranges are ascending and apart: what decoding relies on.
    @Test func `every table is well formed`() {
        let tables = [
            NamedScalars.binaryProperties, NamedScalars.generalCategories, NamedScalars.scripts,
            NamedScalars.scriptExtensions,
        ]
        for entry in tables.joined() {
            let scalars = entry.scalars
            #expect(ScalarSet(scalars.ranges) == scalars)
            #expect(scalars.ranges.last.map { $0.upperBound <= ScalarSet.last } != false)
        }
    }

    /// Scripts part the code points among them, and so do general categories.
    @Test func `every code point has one script and one general category`() throws {
        let scripts = NamedScalars.scripts.map(\.scalars)
        #expect(scripts.reduce(0) { $0 + $1.count } == 0x11_0000)
        let single = ["Lu", "Ll", "Lt", "Lm", "Lo", "M", "N", "P", "S", "Z", "Cc", "Cf", "Cs", "Co", "Cn"]
        let categories = try single.map { try #require(UnicodeProperty.named($0)).scalars }
        #expect(categories.reduce(0) { $0 + $1.count } == 0x11_0000)
    }
}

extension ScalarSet {
    fileprivate var count: Int { ranges.reduce(0) { $0 + $1.count } }
}

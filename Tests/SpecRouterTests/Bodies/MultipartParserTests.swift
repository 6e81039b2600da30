import Testing

@testable import SpecRouter

@Suite("Multipart bodies, taken apart")
struct MultipartParserTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var body: String
        var parts: [(header: [String], content: String)]

        init(_ name: String, _ body: String, _ parts: [(header: [String], content: String)]) {
            self.name = name
            self.body = body
            self.parts = parts
        }

        var testDescription: String { name }
        var expected: [MultipartParts.Part] { parts.map { MultipartParts.Part($0.header, $0.content) } }
    }

    static let good = [
        Example("one part", "--b\r\nA: 1\r\n\r\nhello\r\n--b--\r\n", [(["A: 1"], "hello")]),
        Example(
            "two parts", "--b\r\nA: 1\r\n\r\nx\r\n--b\r\nB: 2\r\n\r\ny\r\n--b--", [(["A: 1"], "x"), (["B: 2"], "y")]),
        Example("no header", "--b\r\n\r\nhello\r\n--b--", [([], "hello")]),
        Example("an empty part", "--b\r\nA: 1\r\n\r\n\r\n--b--", [(["A: 1"], "")]),
        Example("an empty part whose delimiter follows the header", "--b\r\nA: 1\r\n\r\n--b--", [(["A: 1"], "")]),
        Example("no header and no content", "--b\r\n\r\n--b--", [([], "")]),
        Example("no parts", "--b--\r\n", []),
        Example("preamble and epilogue", "before\r\n--b\r\n\r\nx\r\n--b--\r\nafter --b\r\n--b\r\n", [([], "x")]),
        Example("white space behind boundaries", "--b \t\r\n\r\nx\r\n--b-- \t\r\n", [([], "x")]),
        Example(
            "what looks like a delimiter", "--b\r\n\r\n\r\n--\r\r\n-b\n--b\r\n--a--b\r\n--b--",
            [([], "\r\n--\r\r\n-b\n--b\r\n--a--b")]),
        Example("content that begins like one", "--b\r\n\r\n--a\r\n--b--", [([], "--a")]),
        Example("content that ends like one", "--b\r\n\r\na\r\n--\r\n--b--", [([], "a\r\n--")]),
        Example("CR before the delimiter", "--b\r\n\r\na\r\r\n--b--", [([], "a\r")]),
        Example("space around a value", "--b\r\nA: \t 1 2 \t\r\nB:\r\n\r\nx\r\n--b--", [(["A: 1 2", "B: "], "x")]),
        Example("UTF-8 in a header", "--b\r\nA: ü\"ß\r\n\r\nx\r\n--b--", [(["A: ü\"ß"], "x")]),
        Example("LF alone in content", "--b\r\n\r\na\n--b\nc\r\n--b--", [([], "a\n--b\nc")]),
        Example(
            "a multipart body inside", "--b\r\n\r\n--c\r\n\r\nx\r\n--c--\r\n\r\n--b--",
            [([], "--c\r\n\r\nx\r\n--c--\r\n")]),
    ]

    @Test(arguments: good) func `a body has these parts`(example: Example) {
        let parts = MultipartParts([Array(example.body.utf8)])
        #expect(parts.fault == nil)
        #expect(parts.parts == example.expected)
    }

    @Test(arguments: good) func `every split point gives the same parts`(example: Example) {
        let body = Array(example.body.utf8)
        for first in 0...body.count {
            for second in first...body.count {
                let pieces = [Array(body[..<first]), Array(body[first..<second]), Array(body[second...])]
                let parts = MultipartParts(pieces)
                #expect(parts.fault == nil && parts.parts == example.expected, "split at \(first) and \(second)")
            }
        }
        #expect(MultipartParts(body.map { [$0] }).parts == example.expected, "octet by octet")
    }

    static let bad: [(body: String, fault: MultipartFault.Kind, part: Int, offset: Int)] = [
        ("", .noDelimiter, 0, 0),
        ("hello", .noDelimiter, 0, 5),
        ("x--b\r\n\r\nx\r\n", .noDelimiter, 0, 11),
        ("--c\r\n\r\nx\r\n--c--", .noDelimiter, 0, 15),
        ("--b\r\n\r\nx", .missingFinalDelimiter, 1, 8),
        ("--b\r\n\r\nx\r\n--b", .missingFinalDelimiter, 1, 13),
        ("--b\r\n\r\nx\r\n--b\r\n", .missingFinalDelimiter, 2, 15),
        ("--b\r\n\r\nx\r\n--b-", .missingFinalDelimiter, 1, 14),
        ("--b\r\n\r\nx\r\n--b--\r", .missingFinalDelimiter, 1, 16),
        ("--b\r\nA: 1\r\n", .missingFinalDelimiter, 1, 11),
        ("--b\n\nhello\n--b--\n", .bareLineFeed, 0, 3),
        ("--b\r\nA: 1\n\nhello\r\n--b--", .bareLineFeed, 1, 10),
        ("--b\r\n\nhello\r\n--b--", .bareLineFeed, 1, 6),
        ("--bb\r\n\r\nx\r\n--b--", .malformedDelimiter, 0, 3),
        ("--b x\r\n\r\nx\r\n--b--", .malformedDelimiter, 0, 4),
        ("--b\rx\r\n\r\nx\r\n--b--", .malformedDelimiter, 0, 4),
        ("--b\r\n\r\nx\r\n--b-x\r\n", .malformedDelimiter, 1, 14),
        ("--b\r\n\r\nx\r\n--b--x", .malformedDelimiter, 1, 15),
        ("--b\r\nno colon\r\n\r\nx\r\n--b--", .malformedHeader, 1, 15),
        ("--b\r\n: no name\r\n\r\nx\r\n--b--", .malformedHeader, 1, 16),
        ("--b\r\nA : 1\r\n\r\nx\r\n--b--", .malformedHeader, 1, 12),
        ("--b\r\nA: 1\r\n folded\r\n\r\nx\r\n--b--", .malformedHeader, 1, 20),
        ("--b\r\nA: \u{0}\r\n\r\nx\r\n--b--", .malformedHeader, 1, 11),
        ("--b\r\nA: 1\r2\r\n\r\nx\r\n--b--", .malformedHeader, 1, 13),
        ("--b\r\n--b--", .missingFinalDelimiter, 1, 10),
    ]

    @Test(arguments: bad) func `this is no multipart body, and where not`(
        body: String, fault: MultipartFault.Kind, part: Int, offset: Int
    ) {
        let parts = MultipartParts([Array(body.utf8)])
        #expect(parts.fault == fault)
        #expect(parts.place?.part == part)
        #expect(parts.place?.offset == offset)
        #expect(MultipartParts(body.utf8.map { [$0] }).fault == fault)
    }

    @Test func `a header that is no UTF-8 is refused`() {
        let body = Array("--b\r\nA: ".utf8) + [0xC3, 0x28] + Array("\r\n\r\nx\r\n--b--".utf8)
        #expect(MultipartParts([body]).fault == .malformedHeader)
    }

    static let small: [(body: String, change: @Sendable (inout Limits) -> Void, fault: MultipartFault.Kind?)] = [
        ("--b\r\n\r\n\r\n--b\r\n\r\n\r\n--b--", { $0.parts = 2 }, nil),
        ("--b\r\n\r\n\r\n--b\r\n\r\n\r\n--b--", { $0.parts = 1 }, .tooManyParts),
        ("--b\r\nA: 1\r\n\r\n\r\n--b--", { $0.partHeaderBytes = 8 }, nil),
        ("--b\r\nA: 1\r\n\r\n\r\n--b--", { $0.partHeaderBytes = 7 }, .headerTooLong),
        ("--b\r\n\r\n12345\r\n--b--", { $0.partBytes = 5 }, nil),
        ("--b\r\n\r\n12345\r\n--b--", { $0.partBytes = 4 }, .partTooLarge),
        ("--b\r\n\r\n12\r\n-\r\n--b--", { $0.partBytes = 4 }, .partTooLarge),
        ("--b\r\n\r\n\r\n--b--", { $0.multipartBytes = 14 }, nil),
        ("--b\r\n\r\n\r\n--b--", { $0.multipartBytes = 13 }, .bodyTooLarge),
    ]

    @Test(arguments: small.indices) func `limits are kept to the octet, in whatever pieces`(index: Int) {
        let (body, change, fault) = Self.small[index]
        var limits = Limits()
        change(&limits)
        #expect(MultipartParts([Array(body.utf8)], limits: limits).fault == fault)
        #expect(MultipartParts(body.utf8.map { [$0] }, limits: limits).fault == fault)
    }

    @Test func `a header of a megabyte is refused after the limit`() {
        let body = Array("--b\r\nA: ".utf8) + Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        #expect(MultipartParts([body]).fault == .headerTooLong)
    }

    static let boundaries: [(text: String?, fault: MultipartFault.Kind?)] = [
        ("b", nil), ("'()+_,-./:=? x", nil), (String(repeating: "x", count: 70), nil),
        (nil, .missingBoundary), ("", .badBoundary), (String(repeating: "x", count: 71), .badBoundary),
        ("b ", .badBoundary), ("a\"b", .badBoundary), ("a\r\nb", .badBoundary), ("ü", .badBoundary),
    ]

    @Test(arguments: boundaries) func `a boundary is one or is refused`(
        text: String?, fault: MultipartFault.Kind?
    ) {
        let result = Result { () throws(MultipartFault) in try MultipartBoundary(text) }
        switch result {
        case .success: #expect(fault == nil)
        case .failure(let error): #expect(error.kind == fault)
        }
    }

    @Test func `a long boundary is found wherever words and blocks end`() {
        let boundary = String(repeating: "-", count: 30) + "7e1c9a"
        for length in 0..<80 {
            let content = String(repeating: "x", count: length)
            let body = Array("--\(boundary)\r\nA: 1\r\n\r\n\(content)\r\n--\(boundary)--\r\n".utf8)
            let parts = MultipartParts([body], boundary: boundary)
            #expect(parts.parts == [MultipartParts.Part(["A: 1"], content)])
        }
    }

    @Test(arguments: MultipartFault.Kind.allCases) func `every fault is said in words`(kind: MultipartFault.Kind) {
        let message = MultipartFault(kind, part: 2, offset: 77).message
        #expect(message.count > 20)
        #expect(!message.hasSuffix(", "))
    }
}

@Suite("Headers of parts")
struct PartHeaderTests {
    static let dispositions: [(text: String, type: String, name: String?, filename: String?)] = [
        (#"form-data; name="a""#, "form-data", "a", nil),
        (#"FORM-DATA;NAME=a"#, "form-data", "a", nil),
        (#"form-data; name="a b"; filename="c.txt""#, "form-data", "a b", "c.txt"),
        (#"form-data; name="a"; filename="""#, "form-data", "a", ""),
        (#"form-data; name="a\"b\\c"; filename="x\;y.txt""#, "form-data", #"a"b\c"#, "x;y.txt"),
        (#"form-data; name="über"; filename="naïve.txt""#, "form-data", "über", "naïve.txt"),
        (#"form-data; name="a"; filename="%22.txt""#, "form-data", "a", "%22.txt"),
        (#"form-data; name="a"; filename*=UTF-8''%e2%82%ac%20rates.txt"#, "form-data", "a", "€ rates.txt"),
        (#"form-data; name="a"; filename="EURO.txt"; filename*=utf-8'en'%e2%82%ac.txt"#, "form-data", "a", "€.txt"),
        (#"attachment; filename*=iso-8859-1''plain.txt"#, "attachment", nil, "plain.txt"),
        (#"inline"#, "inline", nil, nil),
        (#"form-data; name="../../etc/passwd""#, "form-data", "../../etc/passwd", nil),
    ]

    @Test(arguments: dispositions) func `a disposition says this`(
        text: String, type: String, name: String?, filename: String?
    ) {
        let disposition = PartDisposition(text)
        #expect(disposition?.type == type)
        #expect(disposition?.name == name)
        #expect(disposition?.filename == filename)
    }

    @Test(arguments: [
        "", "form-data; name=a b", #"form-data; name="a"#, #"form-data; name="a"; name="b""#,
        #"form-data; name="a"; NAME=b"#,
        "form-data; name", "; name=a", "form-data, name=a", #"form-data; name="a" junk"#, "form-data; filename*=a",
        "form-data; filename*=utf-8''%zz", "form-data; filename*=utf-8''%ff", "form-data; filename*=iso-8859-1''%e4",
        "form-data; filename*=utf-8''a%00b",
    ])
    func `this is no disposition`(text: String) {
        #expect(PartDisposition(text) == nil)
    }

    @Test func `a field that decides what the part is comes once`() {
        #expect(throws: PartHeader.Fault.repeatedField("content-type")) {
            try PartHeader([("Content-Type", "a/b"), ("content-type", "a/c")])
        }
        #expect(throws: PartHeader.Fault.malformedDisposition) { try PartHeader([("Content-Disposition", "")]) }
    }
}

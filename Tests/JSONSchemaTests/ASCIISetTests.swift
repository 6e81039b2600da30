import Testing

@testable import JSONSchema

struct ASCIISetTests {
    static let letters: String = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    static let alphanumerics: String = letters + "0123456789"
    static let unreserved: String = alphanumerics + "-._~"
    static let subDelimiters: String = "!$&'()*+,;="

    static let sets: [(ASCIISet, String)] = [
        (ASCIISet.digits, "0123456789"),
        (.hexDigits, "0123456789abcdefABCDEF"),
        (.letters, letters),
        (.alphanumerics, alphanumerics),
        (.hostname, alphanumerics + "-"),
        (.scheme, alphanumerics + "+-."),
        (.userInformation, unreserved + subDelimiters + ":"),
        (.registeredName, unreserved + subDelimiters),
        (.segmentWithoutColon, unreserved + subDelimiters + "@"),
        (.path, unreserved + subDelimiters + ":@/"),
        (.query, unreserved + subDelimiters + ":@/?"),
        (.templateLiteral, unreserved + "!#$&'()*+,/:;=?@[]"),
        (.templateName, alphanumerics + "_"),
        (.emailAtom, alphanumerics + "!#$%&'*+-/=?^_`{|}~"),
        (.token, alphanumerics + "!#$%&'*+-.^_`|~"),
        (.structuredToken, alphanumerics + "!#$%&'*+-.^_`|~:/"),
        (.base64, alphanumerics + "+/"),
        (.base64URL, alphanumerics + "-_"),
    ]

    @Test(arguments: sets)
    func `a mask holds the characters of its name`(set: ASCIISet, characters: String) {
        for byte in UInt8.min...UInt8.max {
            #expect(set.contains(byte) == characters.utf8.contains(byte), "byte \(byte)")
        }
    }

    @Test func `the bytes of a word that are neither letters nor digits are found, wherever they stand`() {
        for byte in UInt8.min...UInt8.max {
            for position in 0..<8 {
                for others in [UInt64(0x6161_6161_6161_6161), 0xFFFF_FFFF_FFFF_FFFF, 0] {
                    let word = others & ~(0xFF << UInt64(position * 8)) | UInt64(byte) << UInt64(position * 8)
                    let top = ASCIISet.othersThanAlphanumerics(in: word) >> UInt64(position * 8) & 0xFF
                    #expect((top == 0) == ASCIISet.alphanumerics.contains(byte), "byte \(byte) at \(position)")
                }
            }
        }
    }

    @Test func `runs end where they would byte by byte`() {
        let texts = [
            "", "a", "abcdefg", "abcdefgh", "abcdefghi", "johanna.lindqvist", "a-b-c-d-e-f-g", "--------x", "abcdefg_",
            "abcdefgh_x",
            "\u{e9}abcdefgh", "abcdefgh\u{e9}", "ABCXYZ0189 ", "a@bcdefghijklmnop", "abc[abcdefgh", "abc{abcdefgh",
            "abc`abcdefgh",
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            for set in [ASCIISet.hostname, .emailAtom] {
                for start in 0...bytes.count {
                    let end = bytes.span.endOfRun(of: set, from: start)
                    #expect(bytes.span.endOfRun(ofAlphanumericsAnd: set, from: start) == end, "\(text) from \(start)")
                }
            }
        }
    }
}

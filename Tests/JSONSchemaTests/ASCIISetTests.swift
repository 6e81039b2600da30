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
}

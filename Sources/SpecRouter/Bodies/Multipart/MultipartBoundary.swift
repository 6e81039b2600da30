/// What separates the parts of a multipart body (RFC 2046, section 5.1.1).
package struct MultipartBoundary: Sendable, Hashable {
    /// CR LF, two hyphens and the boundary: the only CR is the first octet, and no LF comes after the second.
    let delimiter: [UInt8]

    /// - Parameter text: the parameter `boundary` of the media type, nil when it has none.
    package init(_ text: String?) throws(MultipartFault) {
        guard let text else { throw MultipartFault(.missingBoundary) }
        let octets = Array(text.utf8)
        guard (1...70).contains(octets.count), octets.last != UInt8(ascii: " "),
            octets.allSatisfy(Self.isBoundaryCharacter)
        else { throw MultipartFault(.badBoundary) }
        delimiter = Array("\r\n--".utf8) + octets
    }

    private static func isBoundaryCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: punctuation.contains(byte)
        }
    }

    private static let punctuation = Array("'()+_,-./:=? ".utf8)
}

/// The name of a server as requests give it (RFC 9110, section 7.2).
enum HostField {
    /// A host or an address in brackets, and perhaps a port; empty for what has no host. Others are told otherwise by
    /// what reads them next (RFC 9112, section 3.2).
    static func isWellFormed(_ value: String) -> Bool {
        var rest = value.utf8[...]
        if rest.first == UInt8(ascii: "[") {
            rest = rest.dropFirst()
            let address = rest.prefix { $0.isNameByte || $0 == UInt8(ascii: ":") }
            rest = rest.dropFirst(address.count)
            guard !address.isEmpty, rest.popFirst() == UInt8(ascii: "]") else { return false }
        } else {
            rest = rest.drop { $0.isNameByte }
        }
        guard let colon = rest.popFirst() else { return true }
        return colon == UInt8(ascii: ":") && rest.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension UInt8 {
    /// What names of hosts consist of: "unreserved", "sub-delims" and escapes (RFC 3986, section 3.2.2).
    fileprivate var isNameByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "%"): true
        case UInt8(ascii: "!"), UInt8(ascii: "$"), 0x26...0x2C, UInt8(ascii: ";"), UInt8(ascii: "="): true
        default: false
        }
    }
}

import NIOCore

/// The head of a connection in the PROXY protocol, version 1 or 2, as HAProxy specifies it.
struct ProxyHeader: Equatable {
    /// Nil where the proxy says nothing of a client: the connection is its own, or of an unknown kind.
    var source: IPAddress?

    enum Reading: Equatable {
        case incomplete
        /// With the octets that it took.
        case complete(ProxyHeader, count: Int)
        case invalid
    }

    /// "A receiver should be able to read a line of 107 octets."
    private static let longestLine = 107
    /// What a header of version 2 may have behind its addresses.
    private static let longestRest = 4096
    private static let signature: [UInt8] = [13, 10, 13, 10, 0, 13, 10, 81, 85, 73, 84, 10]

    /// Of the beginning of a connection. Decides as soon as the octets can no longer become a header.
    static func read(_ bytes: [UInt8]) -> Reading {
        guard let first = bytes.first else { return .incomplete }
        return first == signature[0] ? readBinary(bytes) : readLine(bytes)
    }
}

/// Version 1: `PROXY TCP4 192.0.2.1 192.0.2.2 56324 443\r\n`.
extension ProxyHeader {
    private static func readLine(_ bytes: [UInt8]) -> Reading {
        let start = Array("PROXY ".utf8)
        guard bytes.prefix(start.count) == start.prefix(bytes.count) else { return .invalid }
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
            return bytes.count < longestLine ? .incomplete : .invalid
        }
        guard end < longestLine, bytes[end - 1] == UInt8(ascii: "\r") else { return .invalid }
        let words = bytes[start.count..<(end - 1)].split(
            separator: UInt8(ascii: " "), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        if words.first == "UNKNOWN" { return .complete(ProxyHeader(), count: end + 1) }
        guard words.count == 5, isPort(words[3]), isPort(words[4]), let source = address(words[1], words[0]),
            address(words[2], words[0]) != nil
        else { return .invalid }
        return .complete(ProxyHeader(source: source), count: end + 1)
    }

    private static func address(_ text: String, _ family: String) -> IPAddress? {
        switch family {
        case "TCP4": text.contains(":") ? nil : IPAddress(text)
        case "TCP6": text.contains(":") ? IPAddress(text) : nil
        default: nil
        }
    }

    private static func isPort(_ text: String) -> Bool { UInt16(text).map { String($0) == text } ?? false }
}

/// Version 2: a signature, version and command, family and transport, a length, addresses, and more that is skipped.
extension ProxyHeader {
    private static func readBinary(_ bytes: [UInt8]) -> Reading {
        guard bytes.prefix(signature.count) == signature.prefix(bytes.count) else { return .invalid }
        guard bytes.count >= 16 else {
            return bytes.count > 12 && ![0x20, 0x21].contains(bytes[12]) ? .invalid : .incomplete
        }
        let length = Int(bytes[14]) << 8 | Int(bytes[15])
        guard length <= longestRest, bytes[12] == 0x20 || bytes[12] == 0x21 else { return .invalid }
        guard let needed = addressOctets(bytes[13]), length >= needed else { return .invalid }
        guard bytes.count >= 16 + length else { return .incomplete }
        let isLocal = bytes[12] == 0x20
        let source: IPAddress? =
            switch bytes[13] {
            case 0x11 where !isLocal: IPAddress(octets: Array(bytes[16..<20]))
            case 0x21 where !isLocal: IPAddress(octets: Array(bytes[16..<32]))
            default: nil
            }
        return .complete(ProxyHeader(source: source), count: 16 + length)
    }

    /// Nil for what is no stream.
    private static func addressOctets(_ family: UInt8) -> Int? {
        switch family {
        case 0x00: 0
        case 0x11: 12
        case 0x21: 36
        case 0x31: 216
        default: nil
        }
    }
}

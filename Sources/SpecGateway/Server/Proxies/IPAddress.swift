#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An IPv4 or IPv6 address. An IPv4 address in the clothes of an IPv6 one (`::ffff:192.0.2.1`) is the IPv4 address.
public struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// Four octets, or sixteen.
    let octets: [UInt8]

    /// Nil for what is no address as `inet_pton` reads it: no port, no zone, no leading zeros.
    public init?(_ text: String) {
        var octets = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &octets) == 1 {
            self.init(octets: Array(octets.prefix(4)))
        } else if inet_pton(AF_INET6, text, &octets) == 1 {
            self.init(octets: octets)
        } else {
            return nil
        }
    }

    /// Nil when there are not four or sixteen.
    init?(octets: [UInt8]) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        let isMapped = octets.count == 16 && octets.prefix(10).allSatisfy { $0 == 0 } && octets[10...11] == [255, 255]
        self.octets = isMapped ? Array(octets[12...]) : octets
    }

    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(octets.count == 4 ? AF_INET : AF_INET6, octets, &text, socklen_t(text.count)) != nil else {
            return ""
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Addresses with a common beginning: `10.0.0.0/8`, `fd00::/8`, or one address alone.
public struct AddressRange: Sendable, Hashable, CustomStringConvertible {
    let address: IPAddress
    let prefixLength: Int

    /// Nil for what is no range, and for an address with bits set behind the prefix: it is not clear what is meant.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(String(parts[0])) else { return nil }
        let bits = address.octets.count * 8
        self.address = address
        guard parts.count == 2 else {
            prefixLength = bits
            return
        }
        guard parts[1].utf8.count <= 3, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let length = Int(parts[1]), length <= bits, String(length) == parts[1],
            !(parts[0].contains(":") && bits == 32)
        else { return nil }
        prefixLength = length
        guard address.octets == Self.masked(address.octets, length) else { return nil }
    }

    public func contains(_ other: IPAddress) -> Bool {
        other.octets.count == address.octets.count && Self.masked(other.octets, prefixLength) == address.octets
    }

    public var description: String { "\(address)/\(prefixLength)" }

    private static func masked(_ octets: [UInt8], _ length: Int) -> [UInt8] {
        octets.enumerated().map { index, octet in
            let bits = min(max(length - index * 8, 0), 8)
            return octet & (bits == 0 ? 0 : 0xff << UInt8(8 - bits))
        }
    }
}

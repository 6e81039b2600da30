extension WebAddress.Origin: CustomStringConvertible {
    var description: String {
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)" + (isUsual ? "" : ":\(port)")
    }

    /// Whether the host is an address of the link itself, where clouds keep their machines' credentials (RFC 3927 and
    /// RFC 4291, section 2.5.6), one of the names and addresses that these have beside it, or a number in a form that
    /// only hides what it is.
    var isLinkLocal: Bool {
        let host = host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" && $0 != "%" }) : host
        if host.contains(":") { return Self.isLinkLocal(version6: host) }
        if ["metadata.google.internal", "metadata.google.internal.", "metadata"].contains(host) { return true }
        let labels = host.split(separator: ".")
        guard let last = labels.last, last.hasPrefix("0x") || last.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return false
        }
        let octets = labels.compactMap { UInt8($0) }
        guard octets.count == 4, labels.count == 4, !labels.contains(where: { $0.count > 1 && $0.hasPrefix("0") })
        else { return true }
        return octets.starts(with: [169, 254]) || octets == [100, 100, 100, 200]
    }

    private static func isLinkLocal(version6 host: String) -> Bool {
        let first = host.split(separator: ":", omittingEmptySubsequences: false).first.flatMap { UInt16($0, radix: 16) }
        guard let first, first != 0 else {
            // An IPv4 address in the clothes of an IPv6 one is nowhere a server's.
            return host != "::1"
        }
        return first & 0xffc0 == 0xfe80 || host == "fd00:ec2::254"
    }
}

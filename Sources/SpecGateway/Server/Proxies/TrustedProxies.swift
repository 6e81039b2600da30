import SpecRouter

/// Which fields the trusted proxies write. The others are anybody's.
public enum ClientFieldChoice: String, Sendable, Hashable, CaseIterable {
    /// `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Forwarded-Host`.
    case x
    /// `Forwarded` (RFC 7239).
    case standard
}

/// Whether connections begin with the PROXY protocol.
public enum ProxyProtocol: String, Sendable, Hashable, CaseIterable {
    case off
    /// Version 1 or 2, from trusted proxies alone; no other connection is taken.
    case required
}

/// The proxies before the gateway whose word is believed, and how.
struct TrustedProxies: Sendable {
    let ranges: [AddressRange]
    let fields: ClientFieldChoice

    /// Proxies in one route; more is nonsense.
    private static let maximumRoute = 32

    init(_ ranges: [AddressRange], _ fields: ClientFieldChoice) {
        self.ranges = ranges
        self.fields = fields
    }

    func contains(_ address: IPAddress?) -> Bool {
        guard let address else { return false }
        return ranges.contains { $0.contains(address) }
    }

    /// The client behind a trusted proxy: the right-most address that is not trusted itself, since a trusted proxy has
    /// written down whom it saw, and what stands further left is the client's own word.
    func client(behind peer: RequestClient, _ head: [HeaderField]) -> RequestClient {
        let steps = fields == .x ? Self.xSteps(head) : ForwardedField.steps(head)
        var route = [peer.address]
        var scheme = peer.scheme
        var host: String?
        for step in steps.reversed().prefix(Self.maximumRoute) {
            guard contains(IPAddress(route[0])) else { break }
            scheme = step.scheme ?? scheme
            host = step.host ?? host
            guard let address = step.address else { break }
            route.insert(address.description, at: 0)
        }
        return RequestClient(route: route, scheme: scheme, host: host, isRelayed: true)
    }

    /// What one proxy says of whom it saw.
    struct Step {
        /// Nil where it does not say, or not in an address.
        var address: IPAddress?
        var scheme: String?
        var host: String?
    }

    /// `X-Forwarded-Proto` and `-Host` stand beside the address of the same position; where there are fewer, the last one
    /// is for all.
    private static func xSteps(_ head: [HeaderField]) -> [Step] {
        let schemes = values("x-forwarded-proto", head)
        let hosts = values("x-forwarded-host", head)
        let addresses = values("x-forwarded-for", head)
        if addresses.isEmpty {
            return [Step(scheme: ForwardedField.scheme(schemes.last), host: ForwardedField.host(hosts.last))]
        }
        func beside(_ list: [String], _ index: Int) -> String? {
            list.count == addresses.count ? list[index] : list.last
        }
        return addresses.enumerated().map { index, text in
            Step(
                address: ForwardedField.address(text), scheme: ForwardedField.scheme(beside(schemes, index)),
                host: ForwardedField.host(beside(hosts, index)))
        }
    }

    private static func values(_ name: String, _ head: [HeaderField]) -> [String] {
        head.filter { $0.name.equalsASCIIFolded(name) }.flatMap { field in
            field.value.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
        }
    }
}

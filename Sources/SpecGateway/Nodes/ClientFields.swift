import SpecRouter

/// What an upstream is told of the client: by us, never by the client itself.
enum ClientFields {
    /// Replaces what came by what is known. Each address is that of a server that was believed, the client's first.
    static func replace(
        in fields: inout [HeaderField], for request: ValidatedRequest, _ choice: Upstream.ForwardedFields
    ) {
        let isRelayed = request.client?.isRelayed == true
        fields.removeAll { claims($0.name, isRelayed) }
        guard let client = request.client, choice != .none else { return }
        let host = client.host ?? request.head.fields.first { $0.name.equalsASCIIFolded("host") }?.value
        if choice != .standard {
            fields.append(("X-Forwarded-For", client.route.joined(separator: ", ")))
            fields.append(("X-Forwarded-Proto", client.scheme))
            if let host { fields.append(("X-Forwarded-Host", host)) }
        }
        if choice != .x { fields.append(("Forwarded", forwarded(client, host))) }
    }

    /// Whether a field says who the client is. Some servers read `_` as `-`.
    private static func claims(_ name: String, _ isRelayed: Bool) -> Bool {
        let name = String(decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
        let own = ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded"]
        if own.contains(where: name.equalsASCIIFolded) { return true }
        guard !isRelayed else { return false }
        return name.lowercased().hasPrefix("x-forwarded-") || name.equalsASCIIFolded("x-real-ip")
    }

    /// RFC 7239, section 4.
    private static func forwarded(_ client: RequestClient, _ host: String?) -> String {
        client.route.enumerated().map { index, address in
            let node = address.utf8.contains(UInt8(ascii: ":")) ? "\"[\(address)]\"" : address
            guard index == 0 else { return "for=\(node)" }
            let named = host.flatMap { quoted($0) }.map { ";host=\($0)" } ?? ""
            return "for=\(node)\(named);proto=\(client.scheme)"
        }.joined(separator: ", ")
    }

    /// Nil for what no host is.
    private static func quoted(_ host: String) -> String? {
        guard !host.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }) else {
            return nil
        }
        return "\"\(host)\""
    }
}

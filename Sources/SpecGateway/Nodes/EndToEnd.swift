import SpecRouter

/// The fields that are meant for the message's receiver, not for the next hop alone (RFC 9110, section 7.6.1).
enum EndToEnd {
    enum Direction {
        case request, answer
    }

    private static let hopByHop: Set<String> = [
        "connection", "proxy-connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade",
    ]
    /// Between a proxy and its client, of which this is none.
    private static let ofProxies: Set<String> = ["proxy-authenticate", "proxy-authentication-info"]

    static func fields(of all: [HeaderField], in direction: Direction) -> [HeaderField] {
        var dropped = direction == .answer ? hopByHop.union(ofProxies) : hopByHop
        for field in all where field.name.equalsASCIIFolded("connection") {
            for option in field.value.split(separator: ",") { dropped.insert(String(option).trimmed.lowercased()) }
        }
        return all.filter { !dropped.contains($0.name.lowercased()) }
    }
}

/// A request target's octets with its path and query found, nothing decoded (RFC 9112, section 3.2).
struct RequestTarget: Sendable {
    let bytes: [UInt8]
    let path: Range<Int>
    /// Without the `?`; empty when there is none.
    let query: Range<Int>

    /// `OPTIONS *`: the server as a whole.
    var isAsterisk: Bool { bytes.count == 1 && bytes[0] == UInt8(ascii: "*") }

    init(_ target: String) throws(Problem) {
        bytes = Array(target.utf8)
        let start = Self.pathStart(in: bytes)
        guard let start, !bytes[start...].contains(UInt8(ascii: "#")) else {
            throw Problem(
                .malformedRequest, "The request target is neither a path nor an absolute http or https URI.")
        }
        if let mark = bytes[start...].firstIndex(of: UInt8(ascii: "?")) {
            path = start..<mark
            query = (mark + 1)..<bytes.count
        } else {
            path = start..<bytes.count
            query = bytes.count..<bytes.count
        }
    }

    /// Where the path begins: at 0, or after `http://authority`; nil when the target has another form.
    private static func pathStart(in bytes: [UInt8]) -> Int? {
        if bytes.first == UInt8(ascii: "/") { return 0 }
        if bytes.count == 1, bytes[0] == UInt8(ascii: "*") { return 0 }
        for scheme in ["http://", "https://"] {
            let prefix = bytes.prefix(scheme.utf8.count)
            guard prefix.elementsEqual(scheme.utf8, by: { $0 | 32 == $1 | 32 }) else { continue }
            let authority = bytes.dropFirst(prefix.count)
            return authority.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.count
        }
        return nil
    }
}

/// A URI reference split by RFC 3986, appendix B, and resolved by its section 5.2. Text in, text out: nothing is decoded.
package struct URIReference: Sendable, Hashable {
    package var scheme: String?
    package var authority: String?
    package var path = ""
    package var query: String?
    package var fragment: String?

    package init(_ text: String) {
        var rest = Substring(text)
        fragment = rest.cut(at: "#")
        query = rest.cut(at: "?")
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
            scheme = String(rest[..<colon])
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20 else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }

    /// RFC 3986, section 5.2.2.
    package func resolved(against base: URIReference) -> URIReference {
        var target = self
        if scheme == nil {
            target.scheme = base.scheme
            if authority == nil {
                target.authority = base.authority
                if path.isEmpty {
                    target.path = base.path
                    target.query = query ?? base.query
                    return target
                }
                if path.utf8.first != UInt8(ascii: "/") { target.path = base.merging(path) }
            }
        }
        target.path = Self.removingDotSegments(target.path)
        return target
    }

    private func merging(_ relative: String) -> String {
        if authority != nil && path.isEmpty { return "/" + relative }
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return relative }
        return path[...slash] + relative
    }

    /// RFC 3986, section 5.2.4; a path without dot segments comes back as it is.
    private static func removingDotSegments(_ path: String) -> String {
        let slash = UInt8(ascii: "/")
        let isRooted = path.utf8.first == slash
        var kept: [Substring] = []
        let segments = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
            .dropFirst(isRooted ? 1 : 0).map { Substring($0) }
        for (position, segment) in segments.enumerated() {
            let isLast = position == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return (isRooted ? "/" : "") + kept.joined(separator: "/")
    }

    package var withoutFragment: String {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        return text
    }
}

extension Substring {
    /// What follows the first of these bytes; self keeps what stands before it. nil when there is none.
    fileprivate mutating func cut(at mark: Unicode.Scalar) -> String? {
        guard let index = utf8.firstIndex(of: UInt8(ascii: mark)) else { return nil }
        let rest = String(self[utf8.index(after: index)...])
        self = self[..<index]
        return rest
    }
}

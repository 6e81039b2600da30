import NIOHPACK
import SpecRouter

extension ReceivedHead {
    enum Extent {
        case headAlone, withBody
    }

    /// The head of a stream's request, with what HTTP/1 says elsewhere (RFC 9113, section 8.3). SwiftNIO has refused what
    /// no request may have.
    init(_ head: HPACKHeaders, _ extent: Extent, _ limits: ServerLimits) throws(MalformedRequest) {
        var head = try StreamHead(head)
        guard head.target.utf8.count <= limits.headBytes else { throw .targetTooLong }
        guard head.size <= limits.headBytes, head.fields.fields.count <= limits.headerFields else {
            throw .headTooLarge
        }
        head.fields.end(extent)
        try self.init(method: head.method, target: head.target, head.fields)
    }
}

/// What the fields of a stream's request say, those with a colon and the others.
private struct StreamHead {
    var method = ""
    var target = ""
    var fields = ReceivedFields(isHTTP10: false)
    /// As HTTP/1 would count it, in octets.
    var size = 0

    init(_ head: HPACKHeaders) throws(MalformedRequest) {
        var authority: String?
        var cookies: [String] = []
        for (name, value, _) in head {
            size += name.utf8.count + value.utf8.count + 4
            switch name {
            case ":method": method = value
            case ":path": target = value
            case ":scheme": break
            case ":authority":
                authority = value
                try fields.append("Host", value)
            // It repeats what was said.
            case "host" where value == authority: break
            case "cookie": cookies.append(value)
            default: try fields.append(name, value)
            }
        }
        // One field in pieces (RFC 9113, section 8.2.3).
        if !cookies.isEmpty { try fields.append("cookie", cookies.joined(separator: "; ")) }
        if target.isEmpty { target = authority ?? "" }
    }
}

extension ReceivedFields {
    /// A body without a length ends with a frame.
    fileprivate mutating func end(_ extent: ReceivedHead.Extent) {
        switch (extent, framing) {
        case (.headAlone, _): framing = .none
        case (.withBody, .length): break
        case (.withBody, _): framing = .chunked
        }
    }
}

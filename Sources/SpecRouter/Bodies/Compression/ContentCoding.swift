/// How a body was compressed (RFC 9110, section 8.4.1).
package enum ContentCoding: Sendable, Hashable {
    case gzip
    /// `zlib` (RFC 1950) around `deflate` (RFC 1951), as the RFC has it, or `deflate` alone, as many clients send it.
    case deflate

    static let understood = "gzip, deflate"

    /// What the fields of that name say; nil for a body that is not compressed. 415 for what is not undone here.
    static func announced(by head: borrowing RequestHead) throws(Problem) -> ContentCoding? {
        guard var index = head.index(ofField: "content-encoding") else { return nil }
        var names: [String] = []
        while true {
            names += FieldScanner.elements(of: head.fields[index].value).map(\.trimmedASCIILowercased)
            guard let next = head.index(ofField: "content-encoding", from: index + 1) else { break }
            index = next
        }
        names.removeAll { $0.isEmpty || $0 == "identity" }
        guard let name = names.first else { return nil }
        guard names.count == 1 else { throw refusal("more than one Content-Encoding") }
        switch name {
        case "gzip", "x-gzip": return .gzip
        case "deflate": return .deflate
        default: throw refusal("a Content-Encoding that is not understood here")
        }
    }

    /// RFC 9110, section 15.5.16.
    private static func refusal(_ what: String) -> Problem {
        Problem(
            .unsupportedMediaType,
            "The body has \(what): send it in one of these, or as it is: \(understood).",
            fields: [("Accept-Encoding", understood)])
    }
}

extension Substring {
    /// Without white space around it.
    fileprivate var trimmedASCIILowercased: String {
        var scanner = FieldScanner(self)
        scanner.skipSpace()
        guard let token = scanner.token() else { return scanner.isAtEnd ? "" : asciiLowercased }
        scanner.skipSpace()
        return scanner.isAtEnd ? token.asciiLowercased : asciiLowercased
    }
}

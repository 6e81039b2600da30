/// One header field as it stands on the wire: names keep their case and compare without it.
public typealias HeaderField = (name: String, value: String)

/// A request before its body: what the server knows once the head has been read.
public struct RequestHead: Sendable {
    public var method: String
    /// As on the request line: origin-form (`/pets?limit=1`), absolute-form or `*` (RFC 9112, section 3.2).
    public var target: String
    public var fields: [HeaderField]
    /// Echoed in `X-Request-Id`, in problems and in the access log.
    public var requestID: String

    public init(method: String, target: String, fields: [HeaderField] = [], requestID: String) {
        self.method = method
        self.target = target
        self.fields = fields
        self.requestID = requestID
    }

    /// The first field of that name. `name` is given in lower case.
    package func firstField(_ name: String) -> String? {
        fields.first { $0.name.equalsASCIIFolded(name) }?.value
    }
}

extension String {
    /// Whether both are the same but for the case of ASCII letters; `other` is already in lower case.
    @inline(__always)
    package func equalsASCIIFolded(_ lowercased: String) -> Bool {
        guard utf8.count == lowercased.utf8.count else { return false }
        return utf8.elementsEqual(lowercased.utf8) { ($0 >= 65 && $0 <= 90 ? $0 | 32 : $0) == $1 }
    }
}

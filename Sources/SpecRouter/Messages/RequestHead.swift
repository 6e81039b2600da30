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
    /// The client's certificate, where the connection has one that the server has verified.
    public var peer: PeerCertificate?
    /// Nil where no server has told.
    public var client: RequestClient?

    public init(
        method: String, target: String, fields: [HeaderField] = [], requestID: String, peer: PeerCertificate? = nil,
        client: RequestClient? = nil
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        self.requestID = requestID
        self.peer = peer
        self.client = client
    }

    /// The first field of that name. `name` is given in lower case.
    package func firstField(_ name: String) -> String? {
        index(ofField: name).map { fields[$0].value }
    }

    /// The first field of that name from `start` on. Looks at each name where it stands: copying a field costs more than
    /// comparing it.
    package func index(ofField name: String, from start: Int = 0) -> Int? {
        var index = start
        while index < fields.count {
            if fields[index].name.equalsASCIIFolded(name) { return index }
            index += 1
        }
        return nil
    }
}

extension String {
    /// Whether both are the same but for the case of ASCII letters; `other` is already in lower case.
    @inline(__always)
    package func equalsASCIIFolded(_ lowercased: String) -> Bool {
        guard utf8.count == lowercased.utf8.count else { return false }
        var expected = lowercased.utf8.makeIterator()
        for byte in utf8 {
            let folded = byte >= 65 && byte <= 90 ? byte | 32 : byte
            if folded != expected.next() { return false }
        }
        return true
    }
}

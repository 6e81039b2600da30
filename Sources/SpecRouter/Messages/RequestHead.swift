/// One header field as it stands on the wire: names keep their case and compare without it.
public typealias HeaderField = (name: String, value: String)

/// A request before its body: what the server knows once the head has been read.
public struct RequestHead: Sendable {
    public var method: String
    /// As on the request line: origin-form (`/pets?limit=1`), absolute-form or `*` (RFC 9112, section 3.2).
    public var target: String
    public var fields: [HeaderField] { didSet { names = FieldNames(fields) } }
    /// Echoed in `X-Request-Id`, in problems and in the access log.
    public var requestID: String
    /// The client's certificate, where the connection has one that the server has verified.
    public var peer: PeerCertificate?
    private var names: FieldNames
    /// Nil where no server has told.
    public var client: RequestClient?
    /// A body comes though no field says so, as HTTP/2 has it.
    public var isFollowedByBody = false

    public init(
        method: String, target: String, fields: [HeaderField] = [], requestID: String, peer: PeerCertificate? = nil,
        client: RequestClient? = nil
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        names = FieldNames(fields)
        self.requestID = requestID
        self.peer = peer
        self.client = client
    }

    /// The first field of that name. `name` is given in lower case.
    package func firstField(_ name: String) -> String? {
        index(ofField: name).map { fields[$0].value }
    }

    /// The first field of that name from `start` on. `name` is given in lower case.
    package func index(ofField name: String, from start: Int = 0) -> Int? {
        names.mayHave(name) ? fields.index(of: name, from: start) : nil
    }
}

/// Which names fields have, as far as 64 bits can tell: most look-ups are for fields that are not there.
private struct FieldNames {
    private var bits: UInt64 = 0

    init(_ fields: [HeaderField]) {
        let fields = fields.span
        for index in fields.indices { bits |= Self.bit(of: fields[index].name) }
    }

    func mayHave(_ name: String) -> Bool { bits & Self.bit(of: name) != 0 }

    @inline(__always)
    private static func bit(of name: String) -> UInt64 {
        1 &<< UInt64(truncatingIfNeeded: name.utf8.count &* 7 &+ Int((name.utf8.first ?? 0) | 32))
    }
}

extension [HeaderField] {
    /// The first field of that name from `start` on. Looks at each name where it stands: copying a field costs more than
    /// comparing it.
    func index(of name: String, from start: Int) -> Int? {
        let fields = span
        let count = name.utf8.count
        var index = start
        while index < fields.count {
            if fields[index].name.utf8.count == count, fields[index].name.equalsASCIIFolded(name) { return index }
            index &+= 1
        }
        return nil
    }
}

extension String {
    /// Whether both are the same but for the case of ASCII letters; `other` is already in lower case.
    @inline(__always)
    package func equalsASCIIFolded(_ lowercased: String) -> Bool {
        guard utf8.count == lowercased.utf8.count else { return false }
        // Native strings, which all names are, have their octets in one piece.
        let answer = utf8.withContiguousStorageIfAvailable { own in
            lowercased.utf8.withContiguousStorageIfAvailable { Self.equalsFolded(own.span, $0.span) }
        }
        return answer.flatMap(\.self) ?? utf8.elementsEqual(lowercased.utf8) { $0.asciiFolded == $1 }
    }
    @inline(__always)
    private static func equalsFolded(_ own: Span<UInt8>, _ lowercased: Span<UInt8>) -> Bool {
        for index in own.indices where own[index].asciiFolded != lowercased[index] { return false }
        return true
    }
}

extension UInt8 {
    @inline(__always)
    fileprivate var asciiFolded: UInt8 { self &- 65 < 26 ? self | 32 : self }
}

import SpecRouter

/// A request's head as it was received.
struct ReceivedHead {
    let method: String
    let target: String
    let fields: [HeaderField]
    let framing: CurrentRequest.Framing
    let expectsContinue: Bool
    let isHTTP10: Bool
    /// Whether the client wants to send more on this connection.
    let keepsAlive: Bool
    /// The name that the client gives the request, if it is a plausible one.
    let requestID: String?

    /// Refuses what is ambiguous (RFC 9112, sections 3.2 and 6.1).
    init(method: String, target: String, _ received: ReceivedFields) throws(MalformedRequest) {
        try received.check()
        self.method = method
        self.target = target
        fields = received.fields
        framing = received.framing
        expectsContinue = received.expectsContinue && !received.isHTTP10
        isHTTP10 = received.isHTTP10
        keepsAlive = received.keepsAlive && method != "CONNECT"
        requestID = received.requestID
    }
}

/// Header fields, and what the server itself goes by, found while they are gathered.
struct ReceivedFields {
    private(set) var fields: [HeaderField] = []
    fileprivate let isHTTP10: Bool
    var framing = CurrentRequest.Framing.none
    fileprivate var expectsContinue = false
    fileprivate var requestID: String?
    private var upgrades = false
    private var saysClose = false
    private var saysKeepAlive = false
    private var hosts = 0
    private var transferCodings = 0

    init(isHTTP10: Bool) {
        self.isHTTP10 = isHTTP10
        fields.reserveCapacity(12)
    }

    mutating func append(_ name: String, _ value: String) throws(MalformedRequest) {
        fields.append((name, value))
        switch name.utf8.count {
        case 4 where name.equalsASCIIFolded("host"):
            hosts += 1
            guard HostField.isWellFormed(value) else {
                throw .malformed("The Host field is no host, or address in brackets, with or without a port.")
            }
        case 6 where name.equalsASCIIFolded("expect"): expectsContinue = value.equalsASCIIFolded("100-continue")
        case 7 where name.equalsASCIIFolded("upgrade"): upgrades = true
        case 10 where name.equalsASCIIFolded("connection"): note(connection: value)
        case 12 where name.equalsASCIIFolded("x-request-id"):
            if requestID == nil, RequestIDGenerator.isPlausible(value) { requestID = value }
        case 14 where name.equalsASCIIFolded("content-length"): try note(length: value)
        case 17 where name.equalsASCIIFolded("transfer-encoding"): try note(coding: value)
        default: break
        }
    }

    /// RFC 9112, section 9.6.
    private mutating func note(connection value: String) {
        for option in value.utf8.split(separator: UInt8(ascii: ",")) {
            let name = String(Substring(option)).trimmed
            if name.equalsASCIIFolded("close") { saysClose = true }
            if name.equalsASCIIFolded("keep-alive") { saysKeepAlive = true }
        }
    }

    private mutating func note(length value: String) throws(MalformedRequest) {
        guard case .none = framing, !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let length = Int(value)
        else { throw .malformed("The request's length is not given exactly once as a number.") }
        framing = .length(length)
    }

    private mutating func note(coding value: String) throws(MalformedRequest) {
        transferCodings += 1
        guard value.equalsASCIIFolded("chunked") else {
            throw .malformed("The only transfer coding that this server reads is \"chunked\".")
        }
        if case .length = framing {
            throw .malformed("The request has both a length and a transfer coding.")
        }
        framing = .chunked
    }

    fileprivate func check() throws(MalformedRequest) {
        guard hosts == 1 || isHTTP10 && hosts == 0 else {
            throw .malformed("The request has no Host field, or more than one.")
        }
        guard transferCodings == 0 || transferCodings == 1 && !isHTTP10 else {
            throw .malformed("The request's transfer coding is ambiguous.")
        }
    }

    fileprivate var keepsAlive: Bool {
        !saysClose && !upgrades && (!isHTTP10 || saysKeepAlive)
    }
}

extension String {
    /// Without the white space around it that a list may have (RFC 9110, section 5.6.1).
    var trimmed: String {
        var rest = utf8[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(Substring(rest))
    }
}

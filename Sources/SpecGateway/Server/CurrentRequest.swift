import NIOCore
import NIOHTTP1
import SpecRouter

/// What the connection remembers of the request that it is at.
struct CurrentRequest {
    /// How the body is framed (RFC 9112, section 6.3).
    enum Framing {
        case none
        case length(Int)
        case chunked
    }

    /// The API that was current when the request came: a reload does not touch it.
    let api: CompiledAPI
    let id: String
    let method: String
    let framing: Framing
    let expectsContinue: Bool
    let isHTTP10: Bool
    var keepsAlive: Bool
    let start: NIODeadline
}

extension CurrentRequest.Framing {
    var hasBody: Bool {
        switch self {
        case .none: false
        case .length(let length): length > 0
        case .chunked: true
        }
    }

    /// Whether a body that nobody wants is small enough to be read for the connection's sake.
    func isAtMost(_ limit: Int) -> Bool {
        if case .length(let length) = self { length <= limit } else { true }
    }
}

/// The head's fields that the server itself goes by, found in one pass.
struct HeadFields {
    var fields: [HeaderField] = []
    var framing = CurrentRequest.Framing.none
    var expectsContinue = false
    var upgrades = false
    var requestID: String?
    private var hosts = 0
    private var transferCodings = 0

    /// Refuses what is ambiguous: RFC 9112, sections 3.2 and 6.1.
    init(_ head: HTTPRequestHead) throws(MalformedRequest) {
        fields.reserveCapacity(head.headers.count)
        for field in head.headers {
            fields.append((field.name, field.value))
            try note(field.name, field.value)
        }
        let isHTTP10 = head.version.minor == 0
        guard hosts == 1 || isHTTP10 && hosts == 0 else {
            throw .malformed("The request has no Host field, or more than one.")
        }
        guard transferCodings == 0 || transferCodings == 1 && !isHTTP10 else {
            throw .malformed("The request's transfer coding is ambiguous.")
        }
    }

    private mutating func note(_ name: String, _ value: String) throws(MalformedRequest) {
        switch name.utf8.count {
        case 4 where name.equalsASCIIFolded("host"): hosts += 1
        case 6 where name.equalsASCIIFolded("expect"): expectsContinue = value.equalsASCIIFolded("100-continue")
        case 7 where name.equalsASCIIFolded("upgrade"): upgrades = true
        case 12 where name.equalsASCIIFolded("x-request-id"):
            if requestID == nil, RequestIDGenerator.isPlausible(value) { requestID = value }
        case 14 where name.equalsASCIIFolded("content-length"): try noteLength(value)
        case 17 where name.equalsASCIIFolded("transfer-encoding"):
            transferCodings += 1
            framing = .chunked
            guard value.equalsASCIIFolded("chunked") else {
                throw .malformed("The only transfer coding that this server reads is \"chunked\".")
            }
        default: break
        }
    }

    private mutating func noteLength(_ value: String) throws(MalformedRequest) {
        guard case .none = framing, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .malformed("The request's length is not given exactly once as a number.")
        }
        framing = .length(Int(value) ?? .max)
    }
}

import NIOCore
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
    /// Whence it came.
    var client: RequestClient?
    /// What of the head the answer depends on, beyond what the API knows.
    var wishes = AnswerWishes()
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

import NIOCore
import SpecRouter

/// What the connection remembers of the request that it is at.
///
/// A class: each step of the request looks at it, by one reference instead of a copy of all its parts.
final class CurrentRequest {
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

    init(
        api: CompiledAPI, id: String, method: String, framing: Framing = .none, expectsContinue: Bool = false,
        isHTTP10: Bool = false, keepsAlive: Bool, start: NIODeadline
    ) {
        self.api = api
        self.id = id
        self.method = method
        self.framing = framing
        self.expectsContinue = expectsContinue
        self.isHTTP10 = isHTTP10
        self.keepsAlive = keepsAlive
        self.start = start
    }
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

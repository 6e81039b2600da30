import SpecRouter

/// Bytes that are no request that this server takes. The connection ends with the answer.
enum MalformedRequest: Error {
    case targetTooLong
    case headTooLarge
    /// Not well-formed; the reason is a full sentence.
    case malformed(String)
    /// The client stopped before the request's end.
    case cutOff

    var problem: Problem {
        switch self {
        case .targetTooLong: Problem(.targetTooLong, "The request line is longer than this server reads.")
        case .headTooLarge:
            Problem(.headTooLarge, "The header fields are larger or more than this server reads.")
        case .malformed(let reason): Problem(.malformedRequest, reason)
        case .cutOff: Problem(.malformedRequest, "The request ended before it was complete.")
        }
    }
}

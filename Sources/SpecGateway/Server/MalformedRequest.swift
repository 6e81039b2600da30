import SpecRouter

/// Bytes that are no request that this server takes. The connection ends with the answer.
enum MalformedRequest: Error {
    case targetTooLong
    case headTooLarge
    /// Not well-formed; the reason is a full sentence.
    case malformed(String)
    /// The client stopped before the request's end.
    case cutOff

    func problem(_ limits: ServerLimits) -> Problem {
        switch self {
        case .targetTooLong:
            Problem(.targetTooLong, "The request line may have at most \(limits.headBytes) octets.")
        case .headTooLarge:
            Problem(
                .headTooLarge,
                "The request line and the header fields may have at most \(limits.headBytes) octets together, "
                    + "and there may be at most \(limits.headerFields) fields.")
        case .malformed(let reason): Problem(.malformedRequest, reason)
        case .cutOff: Problem(.malformedRequest, "The request ended before it was complete.")
        }
    }
}

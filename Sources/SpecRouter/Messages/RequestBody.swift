/// What came after the head.
public enum RequestBody: Sendable {
    case none
    /// The whole body; zero bytes count as no body.
    case bytes([UInt8])
    /// The body as it arrives.
    case stream(BodyStream)
}

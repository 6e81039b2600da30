import Logging
import NIOCore

/// Says of each kind of failed handshake that it happens, and not more often than once a minute: anyone can provoke them.
struct HandshakeFailures {
    private static let silence = TimeAmount.minutes(1)
    /// More kinds than that are one.
    private static let kinds = 32

    private var seen: [String: (said: NIODeadline, count: Int)] = [:]

    mutating func report(_ kind: String, to logger: Logger, at now: NIODeadline = .now()) {
        let kind = seen[kind] != nil || seen.count < Self.kinds ? kind : "other"
        let last = seen[kind] ?? (said: .uptimeNanoseconds(0), count: 0)
        guard last.count == 0 || now >= last.said + Self.silence else {
            seen[kind] = (last.said, last.count + 1)
            return
        }
        seen[kind] = (now, 1)
        logger.notice(
            "TLS could not be agreed on with a client.",
            metadata: ["reason": "\(kind)", "unsaid": "\(max(last.count - 1, 0))"])
    }
}

import NIOCore

/// How often a client of HTTP/2 may do what moves nothing on: so many times in each half minute, and as often as it has
/// earned beside.
struct FrameBudget {
    private static let period = TimeAmount.seconds(30)

    private let size: Int
    private var rest: Int
    private var begin: NIODeadline

    init(_ size: Int, at now: NIODeadline = .now()) {
        self.size = size
        rest = size
        begin = now
    }

    mutating func earn(_ count: Int) { rest += count }

    /// Whether there was something left. The clock is read only when there was not.
    mutating func spend(at now: @autoclosure () -> NIODeadline = .now()) -> Bool {
        if rest == 0 {
            let now = now()
            guard now >= begin + Self.period else { return false }
            begin = now
            rest = size
        }
        rest -= 1
        return true
    }
}

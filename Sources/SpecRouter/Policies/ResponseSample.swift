/// How many of an operation's responses are checked: `all`, or `1 in N`.
public struct ResponseSample: Sendable, Hashable, RawRepresentable {
    public static let all = ResponseSample(divisor: 1)

    private let divisor: UInt64

    private init(divisor: UInt64) {
        self.divisor = divisor
    }

    /// One response in so many, at least in one.
    public static func one(in count: Int) -> ResponseSample { ResponseSample(divisor: UInt64(max(count, 1))) }

    /// Nil for what is neither `all` nor `1 in N` with N from 1 to a million.
    public init?(rawValue text: String) {
        if text == "all" {
            self = .all
            return
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "1", words[1] == "in", words[2].allSatisfy(\.isNumber),
            let count = Int(words[2]), 1...1_000_000 ~= count
        else { return nil }
        self = .one(in: count)
    }

    public var rawValue: String { divisor == 1 ? "all" : "1 in \(divisor)" }

    /// Decided by the request's id alone: nothing is counted, so nothing is shared, and the same id is judged the same.
    func takes(requestID: String) -> Bool {
        guard divisor > 1 else { return true }
        // FNV-1a; then the upper bits, which depend on all octets, are spread over the range.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in requestID.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
        return hash.multipliedFullWidth(by: divisor).high == 0
    }
}

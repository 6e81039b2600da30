/// Why a compressed body is not taken.
package enum DecompressionFault: Error, Sendable, Hashable, CaseIterable {
    case malformed, wrongChecksum, truncated, trailingOctets
    /// Much more would come of it than its size lets expect.
    case tooDense
    /// More would come of it than is read.
    case tooLarge
}

extension DecompressionFault {
    /// 413 for what becomes too large; anything else is one thing wrong with the body among others.
    ///
    /// - Parameter limit: of the body, in octets.
    func sizeProblem(limit: Int, ratio: Int) -> Problem? {
        switch self {
        case .tooLarge: .contentTooLarge(limit: limit)
        case .tooDense:
            Problem(.contentTooLarge, "The body may become at most \(ratio) times as large when it is decompressed.")
        case .malformed, .wrongChecksum, .truncated, .trailingOctets: nil
        }
    }

    var violation: RequestViolation {
        RequestViolation(
            in: .body, keyword: "contentEncoding",
            message: "is not compressed as its Content-Encoding says: it \(reason)")
    }

    private var reason: String {
        switch self {
        case .malformed: "is not well-formed"
        case .wrongChecksum: "does not have the checksum that stands behind it"
        case .truncated: "ends too early"
        case .trailingOctets: "has octets behind its end"
        case .tooDense, .tooLarge: "is too large"
        }
    }
}

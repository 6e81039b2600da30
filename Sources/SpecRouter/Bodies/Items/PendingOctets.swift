/// Octets that have come and belong to no whole item yet.
struct PendingOctets: Sendable {
    private var bytes: [UInt8] = []
    private var start = 0
    /// No delimiter stands before it.
    private var scanned = 0

    /// How many wait for their delimiter.
    var count: Int { bytes.count - start }

    mutating func append(_ chunk: [UInt8]) {
        if start > 0 {
            bytes.removeFirst(start)
            scanned -= start
            start = 0
        }
        bytes += chunk
    }

    /// What stands before the next delimiter, and that one; nil while there is none.
    mutating func next(before isDelimiter: (UInt8) -> Bool) -> (text: ArraySlice<UInt8>, delimiter: UInt8)? {
        guard let end = bytes[scanned...].firstIndex(where: isDelimiter) else {
            scanned = bytes.count
            return nil
        }
        defer {
            start = end + 1
            scanned = start
        }
        return (bytes[start..<end], bytes[end])
    }

    /// All that is left, at the end.
    mutating func rest() -> ArraySlice<UInt8> {
        defer {
            start = bytes.count
            scanned = start
        }
        return bytes[start...]
    }
}

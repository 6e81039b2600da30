/// Where files of multipart bodies wait that are too large for memory. Made by whoever does the I/O.
public struct FileSpool: Sendable {
    let open: @Sendable () async throws -> SpooledFile

    /// - Parameter open: makes an empty file for one request. It throws a ``Problem`` when it cannot.
    public init(open: @escaping @Sendable () async throws -> SpooledFile) {
        self.open = open
    }
}

/// A temporary file of one request. It has to vanish once nothing holds the closures, however the request ends.
public struct SpooledFile: Sendable {
    let append: @Sendable ([UInt8]) async throws -> Void
    let read: @Sendable (Range<Int>) async throws -> [UInt8]

    /// - Parameters:
    ///   - append: writes at the end; throws a ``Problem`` when there is no room. Never called by two tasks at once.
    ///   - read: what stands at these offsets, all of which were written.
    public init(
        append: @escaping @Sendable ([UInt8]) async throws -> Void,
        read: @escaping @Sendable (Range<Int>) async throws -> [UInt8]
    ) {
        self.append = append
        self.read = read
    }
}

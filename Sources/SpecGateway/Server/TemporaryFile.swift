import NIOPosix
import SpecRouter

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file without a name: the system takes it away with the last reference, also when the process is killed.
///
/// A class, because the descriptor is closed once. Calls block; make them on a pool of threads.
final class TemporaryFile: Sendable {
    private let descriptor: CInt

    init(in directory: String) throws(Problem) {
        var path = Array("\(directory)/specrouter-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw .notMade(errno) }
        guard unlink(path) == 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
            close(descriptor)
            throw .notMade(errno)
        }
    }

    deinit { close(descriptor) }

    /// Writes at the end.
    func append(_ bytes: [UInt8]) throws(Problem) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .notStored("There is no room for the files of the body.") }
            rest = rest.dropFirst(count)
        }
    }

    /// What stands at these offsets; throws where nothing was written.
    func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                return pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + filled))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .notStored("A file of the body cannot be read again.") }
            filled += count
        }
        return bytes
    }
}

extension Problem {
    fileprivate static func notMade(_ error: CInt) -> Problem {
        guard OpenFileLimit.isReached(error) else { return .notStored("A temporary file cannot be made.") }
        return Problem(
            .overloaded, "The server has no file free for those of the body.", fields: [("Retry-After", "1")])
    }

    fileprivate static func notStored(_ detail: String) -> Problem { Problem(.insufficientStorage, detail) }
}

extension FileSpool {
    /// Files in `directory`, written and read by SwiftNIO's pool of threads, so that no event loop waits for a disk.
    static func temporaryFiles(in directory: String) -> FileSpool {
        FileSpool {
            let file = try await NIOThreadPool.singleton.runIfActive { try TemporaryFile(in: directory) }
            return SpooledFile(
                append: { bytes in try await NIOThreadPool.singleton.runIfActive { try file.append(bytes) } },
                read: { range in try await NIOThreadPool.singleton.runIfActive { try file.read(range) } })
        }
    }
}

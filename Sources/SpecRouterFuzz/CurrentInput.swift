import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that always holds the input being tried, whatever becomes of the process.
struct CurrentInput: ~Copyable {
    private let descriptor: Int32

    init(_ file: URL) throws {
        descriptor = open(file.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    func replace(with input: [UInt8]) throws {
        let written = pwrite(descriptor, input, input.count, 0)
        guard written == input.count, ftruncate(descriptor, off_t(input.count)) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    deinit { close(descriptor) }
}

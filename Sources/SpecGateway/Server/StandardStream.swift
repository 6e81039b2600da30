#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The process's output streams, written without a buffer in between.
package enum StandardStream: Int32 {
    case output = 1
    case error = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Gives up when the stream is closed: there is nobody to tell.
    package func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = writeSome(rest)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }

    private func writeSome(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { Self.systemWrite(rawValue, $0.baseAddress, $0.count) }
    }

    #if canImport(Darwin)
    private static let systemWrite = Darwin.write
    #elseif canImport(Musl)
    private static let systemWrite = Musl.write
    #else
    private static let systemWrite = Glibc.write
    #endif
}

/// The system's words for its error numbers.
enum SystemError {
    /// As a phrase: `connection refused`.
    static func text(_ number: CInt) -> String {
        guard let text = strerror(number) else { return "error \(number)" }
        return String(cString: text).lowercased()
    }
}

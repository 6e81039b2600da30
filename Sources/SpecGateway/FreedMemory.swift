#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#endif

/// Memory that loading a description has used and that serving it does not need.
enum FreedMemory {
    /// Gives it back to the system, where that can be asked for: what was freed and the allocator still holds, several
    /// times the memory of what is kept of a description; and the code that has run, of which most only loads. What of
    /// it runs again is there at once, from the system's cache of the file: some hundred page faults.
    static func giveBack() {
        #if canImport(Glibc)
        _ = trim?(0)
        giveBackCode()
        #endif
    }

    #if canImport(Glibc)
    private typealias Trim = @convention(c) (Int) -> CInt

    /// The C library's own, which Swift's overlay leaves out: `int malloc_trim(size_t pad)`, as its manual declares it.
    private static let trim: Trim? = dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: Trim.self) }

    private static func giveBackCode() {
        guard let text = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else { return }
        for range in codeMappings(in: text) {
            madvise(UnsafeMutableRawPointer(bitPattern: range.lowerBound), range.count, MADV_DONTNEED)
        }
    }
    #endif

    /// Where files are mapped to be executed and not to be written, of which pages are never anything but the file's.
    ///
    /// - Parameter text: lines of the form `7f0000000000-7f0000002000 r-xp 00001000 fe:00 42 /usr/lib/libc.so.6`
    ///   (proc_pid_maps(5)).
    static func codeMappings(in text: String) -> [Range<UInt>] {
        text.split(separator: "\n").compactMap { line in
            let columns = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            guard columns.count == 6, columns[1] == "r-xp", columns[5].drop(while: { $0 == " " }).hasPrefix("/")
            else { return nil }
            let bounds = columns[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            return bounds.count == 2 && bounds[0] < bounds[1] ? bounds[0]..<bounds[1] : nil
        }
    }
}

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How many files and sockets the process may have open at once.
enum OpenFileLimit {
    /// Raises what the shell left (often 1,024) to `count`, as far as the system allows: each connection takes one.
    /// Returns what it is then.
    static func raise(to count: Int) -> Int {
        #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
        let resource = RLIMIT_NOFILE
        #endif
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < rlim_t(clamping: count) else { return count }
        let before = limit.rlim_cur
        limit.rlim_cur = min(limit.rlim_max, rlim_t(clamping: count))
        return Int(clamping: setrlimit(resource, &limit) == 0 ? limit.rlim_cur : before)
    }

    /// Whether a call failed with this error because the process, or the system, has as many open as it may.
    static func isReached(_ error: CInt) -> Bool { error == EMFILE || error == ENFILE }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What the operating system ends the process for, so that an endless input is noticed as a crash is.
enum ProcessLimits {
    /// Of the processor's time, so that a busy machine is not taken for an endless input; 0 takes the limit away.
    static func endAfter(seconds: Int) {
        var limit = itimerval()
        limit.it_value.tv_sec = seconds
        #if canImport(Glibc)
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &limit, nil)
        #else
        setitimer(ITIMER_PROF, &limit, nil)
        #endif
    }

    /// Address space, in bytes. Nothing where the system cannot.
    static func limitMemory(to bytes: UInt64) {
        #if canImport(Glibc)
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        #endif
    }

    /// The most memory that the process has held; 0 where the system does not say.
    static var peakMegabytes: Int {
        #if canImport(Glibc)
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
        #else
        return 0
        #endif
    }
}

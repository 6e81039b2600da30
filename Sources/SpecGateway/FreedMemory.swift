#if canImport(Glibc)
import Glibc
#endif

/// Memory that was freed and that the allocator still holds.
enum FreedMemory {
    /// Gives it back to the system, where that can be asked for. Loading a description takes several times the memory of
    /// what is kept of it, and requests have no use for as much.
    static func giveBack() {
        #if canImport(Glibc)
        _ = trim?(0)
        #endif
    }

    #if canImport(Glibc)
    private typealias Trim = @convention(c) (Int) -> CInt

    /// The C library's own, which Swift's overlay leaves out: `int malloc_trim(size_t pad)`, as its manual declares it.
    private static let trim: Trim? = dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: Trim.self) }
    #endif
}

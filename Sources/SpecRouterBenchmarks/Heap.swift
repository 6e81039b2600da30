import ArgumentParser
import CAllocationCount

/// What the C library's allocator is asked for, counted by functions that stand in front of it.
enum Heap {
    /// A run of `work` allocates so often, once it is warm; the mean of several runs. Nil where nothing counts.
    static func allocations(in work: () throws -> Void) throws -> Double? {
        guard try isCounted() else { return nil }
        for _ in 0..<3 { try work() }
        let before = allocation_count()
        for _ in 0..<8 { try work() }
        return Double(allocation_count() - before) / 8
    }

    /// Bytes that are kept by what `make` returns. Nil where nothing counts.
    static func bytes<Made>(keptBy make: () throws -> Made) throws -> Double? {
        guard try isCounted() else { return nil }
        _ = try make()
        let before = heap_bytes_in_use()
        let made = try make()
        let after = heap_bytes_in_use()
        return withExtendedLifetime(made) { Double(after) - Double(before) }
    }

    /// Tells a counter that counts from one that does not, by allocations whose number and size are known.
    private static func isCounted() throws -> Bool {
        var known: [UnsafeMutableRawPointer] = []
        known.reserveCapacity(1_000)
        let (count, bytes) = (allocation_count(), heap_bytes_in_use())
        for _ in 0..<1_000 { known.append(.allocate(byteCount: 1_000, alignment: 16)) }
        let (seen, grown) = (allocation_count() - count, heap_bytes_in_use() &- bytes)
        for memory in known { memory.deallocate() }
        #if os(Linux)
        guard seen == 1_000, grown >= 1_000_000 else {
            throw ValidationError("1,000 allocations were made, and \(seen) counted.")
        }
        #endif
        return seen > 0
    }
}

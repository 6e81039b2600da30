import Foundation
import Testing

@testable import SpecGateway

/// What of the process's memory the system may take back.
struct FreedMemoryTests {
    @Test(
        arguments: [
            ("1000-3000 r-xp 00001000 fe:00 42                       /usr/lib/libc.so.6", 0x1000..<0x3000),
            ("7f00-8f00 r-xp 00000000 fe:00 42 /opt/a gateway (deleted)", 0x7f00..<0x8f00),
            // Written to when the program was loaded.
            ("1000-3000 r--p 00001000 fe:00 42 /usr/lib/libc.so.6", nil),
            ("1000-3000 rwxp 00001000 fe:00 42 /usr/lib/libc.so.6", nil),
            ("1000-3000 rw-p 00001000 fe:00 42 /usr/lib/libc.so.6", nil),
            // Another process's too.
            ("1000-3000 r-xs 00001000 fe:00 42 /usr/lib/libc.so.6", nil),
            ("1000-3000 r-xp 00000000 00:00 0", nil),
            ("1000-3000 r-xp 00000000 00:00 0 [vdso]", nil),
            ("3000-1000 r-xp 00001000 fe:00 42 /usr/lib/libc.so.6", nil),
            ("x-3000 r-xp 00001000 fe:00 42 /usr/lib/libc.so.6", nil),
            ("", nil),
        ] as [(String, Range<UInt>?)])
    func `only code that is a file's is given back`(line: String, expected: Range<UInt>?) {
        #expect(FreedMemory.codeMappings(in: line) == [expected].compactMap(\.self))
    }

    #if os(Linux)
    @Test func `the code of this very process is found, and runs on`() throws {
        let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
        #expect(!FreedMemory.codeMappings(in: maps).isEmpty)
        FreedMemory.giveBack()
        let address = try #require(FreedMemory.codeMappings(in: maps).first?.lowerBound)
        let stillMapped = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
        #expect(FreedMemory.codeMappings(in: stillMapped).contains { $0.lowerBound == address })
    }
    #endif
}

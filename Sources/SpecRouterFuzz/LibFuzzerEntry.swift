#if SPECROUTER_LIBFUZZER
import Foundation
import SpecRouterFuzzing

private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["SPECROUTER_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        print("SPECROUTER_FUZZ_TARGET must be one of \(names).")
        exit(2)
    }
    return target
}()

/// What libFuzzer calls with each input. A broken rule ends the process, as a trap does; libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do throws(Finding) {
        try target.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        abort()
    }
    return 0
}
#endif

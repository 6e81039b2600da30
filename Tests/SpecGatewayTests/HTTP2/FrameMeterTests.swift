import NIOCore
import Testing

@testable import SpecGateway

@Suite struct FrameMeterTests {
    @Test func `frames are found in whatever pieces they come`() {
        let frames: [Frame] = [
            .settings([(3, 1)]), .get("/now"), .data(1, ""), .data(1, String(repeating: "a", count: 300)), .ping(),
            .windowUpdate(0, 1),
        ]
        let bytes = FrameClient.preface + frames.flatMap(\.bytes)
        for size in [1, 2, 3, 5, 9, 24, 100, bytes.count] {
            var scanner = FrameScanner(skipping: FrameScanner.preface)
            var kinds: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                scanner.forEachKind(in: bytes[start..<min(start + size, bytes.count)]) { kinds.append($0) }
            }
            #expect(kinds == frames.map(\.kind), "\(size)")
        }
    }

    @Test func `a budget comes back after half a minute, and what was earned comes on top`() {
        let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
        var budget = FrameBudget(2, at: start)
        let spent = (0..<3).map { _ in budget.spend(at: start + .seconds(29)) }
        #expect(spent == [true, true, false])
        budget.earn(1)
        let earned = (0..<2).map { _ in budget.spend(at: start + .seconds(29)) }
        #expect(earned == [true, false])
        let later = (0..<3).map { _ in budget.spend(at: start + .seconds(30)) }
        #expect(later == [true, true, false])
    }
}

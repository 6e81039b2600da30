import RegexCore
import Testing

@Suite struct CaptureAgreementTests {
    @Test(arguments: UInt64(0)..<8)
    func `back-references agree with ECMA-262's continuations on random patterns`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var compared = 0
        for _ in 0..<250 {
            var groups = 0
            let pattern = CapturePattern.random(depth: 5, groups: &groups, using: &random)
            let source = "^" + pattern.text + "$"
            let compiled = try ECMAPattern(source, tiers: [.backtracker])
            for _ in 0..<8 {
                let text = (0..<random.below(7)).map { _ in random.pick(["a", "b"] as [Unicode.Scalar]) }
                let anchored = CapturePattern.sequence([.look("?<!", .dot), pattern, .look("?!", .dot)])
                guard let expected = NaiveCaptureMatcher.matches(anchored, text) else { continue }
                let string = String(String.UnicodeScalarView(text))
                let outcome = compiled.match(Array(string.utf8).span)
                guard outcome != .exhausted else { continue }
                compared += 1
                #expect((outcome == .matches) == expected, "\(source) in \(string.debugDescription)")
            }
        }
        #expect(compared > 1_500)
    }
}

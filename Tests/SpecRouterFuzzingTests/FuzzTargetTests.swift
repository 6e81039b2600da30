import SpecRouterFuzzing
import Testing

@Suite struct FuzzTargetTests {
    @Test(arguments: FuzzTarget.allCases, [UInt64(1), 2])
    func `every rule holds for inputs that are made up`(target: FuzzTarget, seed: UInt64) throws {
        for number in 0..<60 {
            try target.check(target.input(number: UInt64(number), of: seed, from: []))
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `a seed and a number always give the same input`(target: FuzzTarget) {
        let seeds = [Array("[1,2]".utf8), Array("{\"a\":null}".utf8)]
        for number in 0..<20 {
            let input = target.input(number: UInt64(number), of: 3, from: seeds)
            #expect(input == target.input(number: UInt64(number), of: 3, from: seeds))
        }
    }

    /// Inputs that once broke a rule or crashed, as text.
    @Test(arguments: [
        (FuzzTarget.json, #"{"a":1,"a":2}"#), (.json, "[1e400,-0,1.0e1]"), (.json, "\u{FEFF}[]"),
        (.pattern, "\u{1}^(?:a|b)*$"), (.pattern, "\u{1}(a)\\1"), (.pattern, "\u{1}("),
        (.items, "\u{0}\u{1}\u{2}1\n2 3\n"), (.items, "\u{1}\u{1}\u{2}\u{1e}1\n\u{1e}true\u{1e}"),
        (.items, "\u{2}\u{1}\u{2}data: a\r\rid: \u{0}\r\ndata\n\n"), (.tokens, "\u{0}"), (.tokens, "\u{3}e30.e30.AA"),
        (.xml, "\u{0}\u{0}<a><n>5</n></a>"), (.xml, "\u{1}\u{0}<a id=''><l><l>1</l></l></a>"),
        (.multipart, "\u{1}\u{7}--b\r\n\r\n\r\n--b--"), (.multipart, "\u{2}\u{5}--b-\r\nA:\r\n\r\n--b--b--"),
    ])
    func `every rule holds for inputs that are written`(target: FuzzTarget, input: String) throws {
        try target.check(Array(input.utf8))
    }
}

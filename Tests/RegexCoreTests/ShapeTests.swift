import Testing

@testable import RegexCore

/// The tail of a shape is matched in blocks: every length, and a stranger at every position of it.
@Suite struct ShapeTests {
    @Test(
        "Shapes agree with automata at every length, whatever stands where",
        arguments: [
            "^[a-z]{2}[0-9a-z]{3,30}$", "^[0-9a-z]*$", "^[a-z]{2}$", "^[a-z]{3,}", "^[a-zé]{0,20}$",
            "^[a-z]+[0-9]{2,9}$",
        ])
    func tails(pattern: String) throws {
        let shape = try ECMAPattern(pattern, tiers: [.shape])
        let automaton = try ECMAPattern(pattern, tiers: [.dfa])
        #expect(shape.tier == .shape && automaton.tier == .dfa)
        for length in 0...40 {
            let plain = [String](repeating: "b", count: length)
            #expect(shape.matches(plain.joined()) == automaton.matches(plain.joined()), "\(length)")
            for position in 0..<length {
                for stranger in ["7", "-", "é", "😀"] {
                    var text = plain
                    text[position] = stranger
                    #expect(
                        shape.matches(text.joined()) == automaton.matches(text.joined()),
                        "\(stranger) at \(position) of \(length)")
                }
            }
        }
    }
}

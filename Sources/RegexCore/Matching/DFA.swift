/// A deterministic automaton over the bytes of UTF-8: one load for the symbol and one for the state, per byte.
///
/// A lead byte steps over its whole code point, continuation bytes stay in place. A state is the offset of its row. The
/// search for a match anywhere in the text is part of the automaton, and the two states that no text leaves end it early.
struct DFA: Sendable {
    static let dead: UInt16 = 0
    /// The symbol of lead bytes that must be decoded.
    private static let undecided: UInt8 = 0xFF
    static let symbolLimit = 0xFF - 2

    private let table: [UInt16]
    private let symbols: [UInt8]
    private let classes: SymbolClasses
    private let start: UInt16
    private let accepting: UInt16
    private let end: UInt16

    /// Rows hold a column for each class, then one for the end of the text; row 0 is the dead state, row 1 the accepting one.
    /// At most `symbolLimit` classes, and rows times columns at most 65,536.
    init(rows: [[Int]], start: Int, classes: SymbolClasses) {
        let width = classes.count &+ 2
        let continuation = classes.count &+ 1
        table = rows.enumerated().flatMap { number, row in
            (row + [number]).map { UInt16(truncatingIfNeeded: $0 &* width) }
        }
        symbols = classes.byBytes.map { symbol in
            switch symbol {
            case SymbolClasses.undecided: Self.undecided
            case SymbolClasses.continuation: UInt8(truncatingIfNeeded: continuation)
            default: UInt8(truncatingIfNeeded: symbol)
            }
        }
        self.classes = classes
        self.start = UInt16(truncatingIfNeeded: start &* width)
        accepting = UInt16(truncatingIfNeeded: width)
        end = UInt16(truncatingIfNeeded: classes.count)
    }

    func matches(_ text: Span<UInt8>) -> Bool {
        let table = table.span
        let symbols = symbols.span
        var state = start
        if state <= accepting { return state == accepting }
        for offset in text.indices {
            var symbol = symbols[Int(text[offset])]
            if symbol == Self.undecided { symbol = decodedSymbol(in: text, at: offset) }
            state = table[Int(state) &+ Int(symbol)]
            if state <= accepting { return state == accepting }
        }
        return table[Int(state) &+ Int(end)] == accepting
    }

    @inline(never)
    private func decodedSymbol(in text: Span<UInt8>, at offset: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: classes.symbol(of: UTF8Scalars.scalar(in: text, at: offset)))
    }
}

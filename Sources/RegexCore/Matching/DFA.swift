/// A deterministic automaton over the bytes of UTF-8: one load for the symbol and one for the state, per byte.
///
/// A lead byte steps over its whole code point, continuation bytes stay in place. A state is the offset of its row. The
/// search for a match anywhere in the text is part of the automaton, and the two states that no text leaves end it early.
/// All states are in one array and the symbols in another; matching counts no references and allocates nothing.
struct DFA: Sendable {
    /// Besides the classes, a row has columns for the text's end, for continuation bytes and for lead bytes that must be
    /// decoded. The last leads to the dead state, so that one comparison finds both.
    static let extraColumns = 3
    static let symbolLimit = 256 - extraColumns

    private let table: [UInt16]
    private let symbols: [UInt8]
    /// A reference, so that a match need not copy it to the stack.
    private let classes: Box<SymbolClasses>
    private let start: Int
    private let accepting: Int
    /// States up to here interrupt the loop over bytes: the dead, the accepting and, when bytes are skipped there, the first.
    private let lastInterrupting: Int
    private let end: Int
    private let undecided: UInt8
    /// By byte, whether it leads out of the first state. Empty where too few stay in it for skipping to be worth it.
    private let leaving: [UInt8]

    /// Rows hold a column for each class, then one for the end of the text; row 0 is the dead state, row 1 the accepting one,
    /// and `start` one of them or row 2. At most `symbolLimit` classes, and rows times columns at most 65,536.
    init(rows: [[Int]], start: Int, classes: SymbolClasses) {
        let width = classes.count &+ Self.extraColumns
        table = rows.enumerated().flatMap { number, row in
            (row + [number, 0]).map { UInt16(truncatingIfNeeded: $0 &* width) }
        }
        let continuation = UInt8(truncatingIfNeeded: classes.count &+ 1)
        let undecided = UInt8(truncatingIfNeeded: classes.count &+ 2)
        symbols = classes.byBytes.map { symbol in
            switch symbol {
            case SymbolClasses.undecided: undecided
            case SymbolClasses.continuation: continuation
            default: UInt8(truncatingIfNeeded: symbol)
            }
        }
        leaving = Self.leaving(row: rows[start], of: start, symbols)
        self.classes = Box(classes)
        self.undecided = undecided
        self.start = start &* width
        accepting = width
        lastInterrupting = leaving.isEmpty ? width : max(width, start &* width)
        end = classes.count
    }

    private static func leaving(row: [Int], of start: Int, _ symbols: [UInt8]) -> [UInt8] {
        let stays = row.map { $0 == start } + [true, false]
        let leaving: [UInt8] = symbols.map { stays[Int($0)] ? 0 : 1 }
        return leaving.count(where: { $0 == 0 }) > 128 ? leaving : []
    }

    var byteCount: Int { table.count &* 2 &+ symbols.count &+ leaving.count &+ classes.value.byteCount }

    /// Inlined for the reason that `ShapeMatcher.matches` is.
    @inline(__always)
    func matches(_ text: Span<UInt8>) -> Bool {
        var state = start
        var rest = text
        while state > accepting {
            if state == start, !leaving.isEmpty { rest = rest.extracting(idleLength(of: rest)..<rest.count) }
            guard let offset = run(&state, over: rest) else { return Int(table[state &+ end]) == accepting }
            rest = rest.extracting((offset &+ 1)..<rest.count)
        }
        return state == accepting
    }

    /// Follows the text until it is interrupted; answers the offset of the byte that led there. nil at the text's end.
    @inline(__always)
    private func run(_ state: inout Int, over text: Span<UInt8>) -> Int? {
        let table = table.span
        let symbols = symbols.span
        // Always so; it tells the optimizer that no byte needs a check as an index.
        guard symbols.count == 256 else { return nil }
        for offset in text.indices {
            let symbol = symbols[Int(text[offset])]
            let next = Int(table[state &+ Int(symbol)])
            if next <= lastInterrupting {
                state =
                    symbol == undecided ? Int(table[state &+ Self.decodedSymbol(classes, in: text, at: offset)]) : next
                return offset
            }
            state = next
        }
        return nil
    }

    /// How many bytes from the beginning are sure to leave the search in its first state.
    @inline(__always)
    private func idleLength(of text: Span<UInt8>) -> Int {
        let leaving = leaving.span
        guard leaving.count == 256 else { return 0 }
        var offset = 0
        while text.count &- offset >= 4 {
            let first = leaving[Int(text[offset])] | leaving[Int(text[offset &+ 1])]
            let last = leaving[Int(text[offset &+ 2])] | leaving[Int(text[offset &+ 3])]
            if first | last != 0 { break }
            offset &+= 4
        }
        return offset
    }

    @inline(never)
    private static func decodedSymbol(_ classes: Box<SymbolClasses>, in text: Span<UInt8>, at offset: Int) -> Int {
        Int(classes.value.symbol(of: UTF8Scalars.scalar(in: text, at: offset)))
    }
}

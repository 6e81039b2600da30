/// All programs of one pattern: the main one, and one for each lookaround, which run before it.
struct Automaton: Sendable {
    /// Innermost first: a program refers to earlier ones only.
    struct LookProgram: Sendable {
        var program: Program
        var scan: Scan
    }

    /// Whether a program reads the text from its start or from its end.
    enum Scan: Sendable { case forward, backward }

    let classes: SymbolClasses
    let sets: SymbolSets
    /// The set of word characters among `sets`, there if the pattern has `\b` or `\B`.
    let wordSet: Int?
    let looks: [LookProgram]
    let main: Program

    var byteCount: Int { looks.reduce(main.byteCount &+ classes.byteCount) { $0 &+ $1.program.byteCount } }
}

/// A property of code points, or a value of one, under the names that Unicode gives it.
///
/// The ranges are text so that all tables together are constants of the program's image: nothing is built at the start, and
/// what a pattern names is decoded when it is compiled, in microseconds.
///
/// Without an initializer of its own: with one, the optimizer of Swift 6.3 gives up and builds each table at its first use.
struct NamedScalars: Sendable {
    let short: String
    let long: String
    /// A third name, which few have.
    var also = ""
    let encoded: String

    /// Names are compared exactly, as ECMA-262 wants it.
    func isNamed(_ name: String) -> Bool {
        !name.isEmpty && (short == name || long == name || also == name)
    }

    /// The name that differs from the one that was folded in case and separators alone.
    func name(foldedTo folded: String) -> String? {
        [short, long, also].first { !$0.isEmpty && Self.folded($0) == folded }
    }

    static func folded(_ name: String) -> String {
        name.filter { !["_", "-", " "].contains($0) }.lowercased()
    }

    var scalars: ScalarSet { ScalarSet(encoded: encoded) }
}

/// A number exactly as it was written: no digit is lost, and comparisons are mathematical (`1 == 1.0`).
///
/// Exponents are never expanded, and those beyond 10^18 count as 10^18.
public struct JSONNumber: Sendable {
    let tape: JSONTape
    let index: Int

    /// The value at `index` must be a number.
    /// The entry must be a number's.
    package init(tape: JSONTape, index: Int) {
        self.tape = tape
        self.index = index
    }

    /// Nil unless the text is exactly one JSON number: no white space, no `+5`, no `05`.
    public init?(literal: String) {
        self.init(literal: Array(literal.utf8))
    }

    /// Nil unless the text is exactly one JSON number.
    public init?(literal: [UInt8]) {
        var builder = TapeBuilder()
        guard builder.number(literal: literal) else { return nil }
        self.init(tape: builder.finish().tape, index: 0)
    }

    public init(_ value: Int64) {
        var builder = TapeBuilder()
        builder.int(value)
        self.init(tape: builder.finish().tape, index: 0)
    }

    var entry: TapeEntry { tape.entry(index) }

    /// The number as it was written.
    public var literal: String { tape.withLiteral(at: index) { String(utf8: $0) } }

    /// Whether the value is mathematically integral, as `1`, `1.0` and `1e2` are.
    public var isInteger: Bool { entry.kind == .integer }

    /// Nil when the value is not integral or does not fit.
    public var int64: Int64? {
        let entry = entry
        guard entry.kind == .integer, entry.flags.representation == .int64 else { return nil }
        return Int64(bitPattern: entry.payload)
    }

    /// Nil when the value is not integral or does not fit.
    public var uint64: UInt64? {
        let entry = entry
        guard entry.kind == .integer else { return nil }
        switch entry.flags.representation {
        case .int64: return UInt64(exactly: Int64(bitPattern: entry.payload))
        case .uint64: return entry.payload
        case .double, .decimal: return nil
        }
    }

    /// The nearest `Double`, ties to even; infinite when the number is too large, zero when it is too small.
    public var double: Double {
        let entry = entry
        switch entry.flags.representation {
        case .int64 where entry.payload == 0: return isWrittenNegative ? -0.0 : 0
        case .int64: return Double(Int64(bitPattern: entry.payload))
        case .uint64: return Double(entry.payload)
        case .double: return Double(bitPattern: entry.payload)
        case .decimal: return nearestDouble
        }
    }

    private var nearestDouble: Double {
        let bytes = tape.bytes
        // The entry says that this is a number, so reading it again cannot fail.
        guard let number = try? NumberSyntax(bytes.span, at: entry.offset) else { return .nan }
        return tape.withLiteral(at: index) { DoubleConversion.nearest(number, literal: $0) }
    }

    private var isWrittenNegative: Bool { tape.withLiteral(at: index) { $0[0] == UInt8(ascii: "-") } }
}

extension JSONNumber: CustomStringConvertible {
    public var description: String { literal }
}

import JSONCore

/// `label`, in paths (RFC 6570, section 3.2.5): `.blue`, `.blue,black`, `.R,100,G,200`; exploded `.blue.black`,
/// `.R=100.G=200`.
struct LabelStyle: Sendable, Hashable {
    private let values: DelimitedStyle

    init(explode: Bool) {
        values = DelimitedStyle(
            delimiter: explode ? .period : .comma, members: explode ? .assigned : .alternating, coding: .percent)
    }

    func append(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        guard !range.isEmpty, source[range.lowerBound] == UInt8(ascii: ".") else {
            return writer.refuse(ValueFault(.malformedStyle, "must begin with \".\""))
        }
        values.append(source, range.dropFirst(), node: node, to: &writer)
    }
}

/// The unambiguous domain is that of ``DelimitedStyle``.
extension LabelStyle {
    func text(of value: JSON, node: Int, _ plan: CoercionPlan) throws(EncodingRefusal) -> [UInt8] {
        [UInt8(ascii: ".")] + (try values.text(of: value, node: node, plan))
    }
}

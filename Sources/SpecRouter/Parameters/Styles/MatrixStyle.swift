import JSONCore

/// `matrix`, in paths (RFC 6570, section 3.2.7): `;color=blue`, `;color=blue,black`, `;color=R,100`; exploded
/// `;color=blue;color=black`, `;R=100;G=200`. An empty value is `;color`.
struct MatrixStyle: Sendable, Hashable {
    private let name: [UInt8]
    private let explode: Bool

    init(name: String, explode: Bool) {
        self.name = Array(name.utf8)
        self.explode = explode
    }

    func append(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        guard !range.isEmpty, source[range.lowerBound] == UInt8(ascii: ";") else {
            return writer.refuse(ValueFault(.malformedStyle, "must begin with \";\""))
        }
        let rest = range.dropFirst()
        guard explode, writer.plan[node].isArray || writer.plan[node].isObject else {
            return appendNamed(source, rest, node: node, to: &writer)
        }
        guard value(of: rest, in: source) != nil, writer.plan[node].isArray else {
            let members = DelimitedStyle(delimiter: .semicolon, members: .assigned, coding: .percent)
            return members.append(source, rest, node: node, to: &writer)
        }
        appendArray(source, rest, node: node, to: &writer)
    }

    private func appendNamed(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        guard let value = value(of: range, in: source) else { return writer.refuse(nameFault) }
        let values = DelimitedStyle(delimiter: .comma, members: .alternating, coding: .percent)
        values.append(source, value, node: node, to: &writer)
    }

    private func appendArray(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        writer.tape.beginArray()
        var parts = DelimitedParts(range, by: .semicolon)
        var count = 0
        while let part = parts.next(in: source) {
            guard let value = value(of: part, in: source) else {
                writer.report(nameFault)
                break
            }
            let index = count
            let kinds = writer.plan[writer.plan.element(index, of: node)].scalars
            writer.scalar(source, value, kinds, .percent, at: .root.appending(index: index))
            count += 1
        }
        writer.tape.endArray()
    }

    /// What follows `name=`; nil when another name, or none, stands there.
    private func value(of part: Range<Int>, in source: Span<UInt8>) -> Range<Int>? {
        let equals = part.firstIndex(of: UInt8(ascii: "="), in: source) ?? part.upperBound
        guard PercentDecoding.equals(source, part.lowerBound..<equals, name) else { return nil }
        return min(equals + 1, part.upperBound)..<part.upperBound
    }

    private var nameFault: ValueFault {
        ValueFault(.malformedStyle, "must be written as ;\(String(decoding: name, as: UTF8.self))=value")
    }
}

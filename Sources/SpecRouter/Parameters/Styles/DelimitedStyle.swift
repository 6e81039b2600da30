import JSONCore

/// What all styles share that write a whole value into one text: parts with a delimiter between them.
///
/// An array is its elements; an object is `name,value,name,value` or, exploded, `name=value,name=value`. An empty text
/// is an empty array or object. Where the schema also allows a scalar, the text is one if it can be, and an array or
/// object where it has a delimiter.
struct DelimitedStyle: Sendable, Hashable {
    enum Members: Sendable, Hashable { case alternating, assigned }

    let delimiter: Delimiter
    let members: Members
    let coding: TextCoding
    var trimsSpace = false

    func append(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        switch form(of: source, range, node, &writer) {
        case .string: writer.scalar(source, range, writer.plan[node].scalars, coding, at: .root)
        case .array:
            writer.tape.beginArray()
            var count = 0
            appendElements(source, range, node: node, count: &count, to: &writer)
            writer.tape.endArray()
        default: appendObject(source, range, node: node, to: &writer)
        }
    }

    /// `.array`, `.object`, or `.string` for any scalar.
    private func form(
        of source: Span<UInt8>, _ range: Range<Int>, _ node: Int, _ writer: inout ValueWriter
    ) -> JSONKind {
        let plan = writer.plan[node]
        guard plan.isArray || plan.isObject else { return .string }
        let hasDelimiter = hasDelimiter(source, range)
        if !plan.scalars.isEmpty, !hasDelimiter {
            if plan.scalars.contains(.string) || writer.isScalar(source, range, of: plan.scalars, coding) {
                return .string
            }
        }
        guard plan.isArray, plan.isObject else { return plan.isArray ? .array : .object }
        let isAssigned = members == .assigned && range.firstIndex(of: UInt8(ascii: "="), in: source) != nil
        return isAssigned ? .object : .array
    }

    private func hasDelimiter(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where delimiter.count(in: source, at: index, upTo: range.upperBound) > 0 { return true }
        return false
    }

    /// Adds the elements of one text to the array that is open.
    func appendElements(
        _ source: Span<UInt8>, _ range: Range<Int>, node: Int, count: inout Int, to writer: inout ValueWriter
    ) {
        var parts = DelimitedParts(range, by: delimiter, trimsSpace: trimsSpace)
        while let part = parts.next(in: source) {
            let index = count
            let kinds = writer.plan[writer.plan.element(index, of: node)].scalars
            writer.scalar(source, part, kinds, coding, at: .root.appending(index: index))
            count += 1
        }
    }

    private func appendObject(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        writer.tape.beginObject()
        var parts = DelimitedParts(range, by: delimiter, trimsSpace: trimsSpace)
        while let part = parts.next(in: source) {
            guard let member = member(part, &parts, source) else {
                writer.report(ValueFault(.malformedStyle, memberMessage))
                break
            }
            let property = writer.property(source, member.name, of: node, coding)
            writer.key(source, member.name, coding, at: .root)
            writer.scalar(
                source, member.value, writer.plan[property].scalars, coding,
                at: .root.appending(String(utf8: source.extracting(member.name))))
        }
        if writer.tape.endObject() != nil {
            writer.report(ValueFault(.duplicate, "must not have a property more than once"))
        }
    }

    private func member(
        _ part: Range<Int>, _ parts: inout DelimitedParts, _ source: Span<UInt8>
    ) -> (name: Range<Int>, value: Range<Int>)? {
        switch members {
        case .alternating: return parts.next(in: source).map { (part, $0) }
        case .assigned:
            guard let equals = part.firstIndex(of: UInt8(ascii: "="), in: source) else { return nil }
            return (part.lowerBound..<equals, (equals + 1)..<part.upperBound)
        }
    }

    private var memberMessage: String {
        switch members {
        case .alternating: "must list names and values in turn, separated by \(delimiter.name)"
        case .assigned: "must list its properties as name=value, separated by \(delimiter.name)"
        }
    }
}

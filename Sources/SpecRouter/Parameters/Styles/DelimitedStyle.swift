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
        if !plan.scalars.isEmpty, !hasDelimiter, writer.takes(source, range, as: plan.scalars, coding) {
            return .string
        }
        guard plan.isArray, plan.isObject else { return plan.isArray ? .array : .object }
        let isAssigned = members == .assigned && range.firstIndex(of: UInt8(ascii: "="), in: source) != nil
        return isAssigned ? .object : .array
    }

    private func hasDelimiter(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let end = range.upperBound
        for index in range where delimiter.count(in: source, at: index, upTo: end, coding.escapes) > 0 { return true }
        return false
    }

    /// Adds the elements of one text to the array that is open.
    func appendElements(
        _ source: Span<UInt8>, _ range: Range<Int>, node: Int, count: inout Int, to writer: inout ValueWriter
    ) {
        var parts = DelimitedParts(range, by: delimiter, coding, trimsSpace: trimsSpace)
        while let part = parts.next(in: source) {
            let index = count
            let kinds = writer.plan[writer.plan.element(index, of: node)].scalars
            writer.scalar(source, part, kinds, coding, at: .root.appending(index: index))
            count += 1
        }
    }

    func appendObject(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        writer.tape.beginObject()
        var parts = DelimitedParts(range, by: delimiter, coding, trimsSpace: trimsSpace)
        while let part = parts.next(in: source) {
            guard let member = member(part, &parts, source) else {
                writer.report(ValueFault(.malformedStyle, memberMessage))
                break
            }
            let property = writer.property(source, member.name, of: node, coding)
            writer.key(source, member.name, coding, at: .root)
            writer.scalar(
                source, member.value, writer.plan[property].scalars, coding,
                at: .root.appending(String(decodedFrom: source, member.name, coding)))
        }
        if writer.tape.endObject() != nil { reportDuplicate(source, range, to: &writer) }
    }

    /// Names the first property that stands there again.
    private func reportDuplicate(_ source: Span<UInt8>, _ range: Range<Int>, to writer: inout ValueWriter) {
        var parts = DelimitedParts(range, by: delimiter, coding, trimsSpace: trimsSpace)
        var names: Set<[UInt8]> = []
        while let part = parts.next(in: source), let member = member(part, &parts, source) {
            var name: [UInt8] = []
            PercentDecoding.forEachByte(of: source, member.name, coding) { name.append($0) }
            guard !names.insert(name).inserted else { continue }
            let pointer = JSONPointer.root.appending(String(decoding: name, as: UTF8.self))
            return writer.report(ValueFault(.duplicate, at: pointer, "must be given only once"))
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

/// The unambiguous domain: scalars, arrays of scalars but that of one empty text (which reads as an empty array), and
/// objects of scalars. Where the schema has several of these, only what reads as what it is: an array of one element may
/// be a scalar, an empty array an empty object. No part has a delimiter of those that stand for themselves when escaped
/// (space, tab, `|`), nor any where nothing is escaped; there the parts have no space at their ends either.
extension DelimitedStyle {
    /// The text of which `append` makes the same value.
    func text(of value: JSON, node: Int, _ plan: CoercionPlan) throws(EncodingRefusal) -> [UInt8] {
        let (text, form) = try written(value, node: node, plan)
        var writer = ValueWriter(tape: TapeBuilder(), plan: plan)
        guard self.form(of: text.span, 0..<text.count, node, &writer) == form else {
            throw EncodingRefusal("must not read as a value of another type that its schema has")
        }
        return text
    }

    private func written(
        _ value: JSON, node: Int, _ plan: CoercionPlan
    ) throws(EncodingRefusal) -> (text: [UInt8], form: JSONKind) {
        switch value.kind {
        case .array where plan[node].isArray: return (try array(value, node: node, plan), .array)
        case .object where plan[node].isObject: return (try object(value, node: node, plan), .object)
        default:
            let text = try plan.text(of: value, plan[node].scalars, at: .root)
            return (try coding.encoded(text), .string)
        }
    }

    private func array(_ value: JSON, node: Int, _ plan: CoercionPlan) throws(EncodingRefusal) -> [UInt8] {
        var parts: [[UInt8]] = []
        for (index, element) in value.elements.enumerated() {
            let place = JSONPointer.root.appending(index: index)
            let text = try plan.text(of: element, plan[plan.element(index, of: node)].scalars, at: place)
            parts.append(try part(text, at: place))
        }
        if parts.count == 1, parts[0].isEmpty {
            throw EncodingRefusal("must not be an array of one empty text")
        }
        return Array(parts.joined(separator: delimiter.written(in: coding)))
    }

    func object(_ value: JSON, node: Int, _ plan: CoercionPlan) throws(EncodingRefusal) -> [UInt8] {
        var parts: [[UInt8]] = []
        for (name, member) in value.members {
            let place = JSONPointer.root.appending(name)
            let kinds = plan[plan.property(Array(name.utf8).span, of: node)].scalars
            let text = try part(try plan.text(of: member, kinds, at: place), at: place)
            let name = Array(name.utf8)
            if name.contains(0) || coding == .plain && members == .assigned && name.contains(UInt8(ascii: "=")) {
                throw EncodingRefusal(at: place, "must have a name without U+0000 and \"=\"")
            }
            let key = try part(name, at: place)
            switch members {
            case .alternating: parts += [key, text]
            case .assigned: parts.append(key + [UInt8(ascii: "=")] + text)
            }
        }
        return Array(parts.joined(separator: delimiter.written(in: coding)))
    }

    private func part(_ text: [UInt8], at pointer: JSONPointer) throws(EncodingRefusal) -> [UInt8] {
        let whole = 0..<text.count
        guard !trimsSpace || whole.trimmed(in: text.span) == whole else {
            throw EncodingRefusal(at: pointer, "must have no space at its ends")
        }
        return try coding.encoded(text, by: delimiter, at: pointer)
    }
}

import JSONCore

/// Writes values of any style to a tape, straight from the octets of a request.
///
/// A text that is refused leaves a null in its place and a fault in `faults`, so that the tape stays well-formed.
struct ValueWriter {
    var tape: TapeBuilder
    let plan: CoercionPlan
    private(set) var faults: [ValueFault] = []
    /// Where text with escapes is decoded.
    private var scratch: [UInt8] = []

    init(tape: consuming TapeBuilder, plan: CoercionPlan) {
        self.tape = tape
        self.plan = plan
    }

    mutating func report(_ fault: ValueFault) { faults.append(fault) }

    /// Reports a fault of a whole value, which becomes null.
    mutating func refuse(_ fault: ValueFault) {
        report(fault)
        tape.null()
    }

    /// One text as whatever scalar of `kinds` it is, else as a string.
    mutating func scalar(
        _ source: Span<UInt8>, _ range: Range<Int>, _ kinds: JSONKind, _ coding: TextCoding,
        at pointer: @autoclosure () -> JSONPointer
    ) {
        let scanned = ScannedText(source, range, coding)
        guard scanned.needsDecoding else {
            if let fault = scanned.fault(in: source, range) { return refuse(ValueFault(fault, at: pointer())) }
            return tape.scalar(source.extracting(range), kinds)
        }
        if let fault = decode(source, range, coding) { return refuse(ValueFault(fault, at: pointer())) }
        let text = scratch
        tape.scalar(text.span, kinds)
    }

    /// A member's name. A fault is reported and the name left empty.
    mutating func key(
        _ source: Span<UInt8>, _ range: Range<Int>, _ coding: TextCoding, at pointer: @autoclosure () -> JSONPointer
    ) {
        if let fault = decode(source, range, coding) {
            report(ValueFault(fault, at: pointer()))
            scratch.removeAll(keepingCapacity: true)
        }
        let text = scratch
        tape.key(text.span)
    }

    /// The node for the member of that name.
    mutating func property(_ source: Span<UInt8>, _ range: Range<Int>, of node: Int, _ coding: TextCoding) -> Int {
        guard decode(source, range, coding) == nil else { return CoercionPlan.untyped }
        return plan.property(scratch.span, of: node)
    }

    /// Whether one text is a scalar rather than an array or object of one part: where a string will do, or where it is
    /// by itself another of `kinds`.
    mutating func takes(
        _ source: Span<UInt8>, _ range: Range<Int>, as kinds: JSONKind, _ coding: TextCoding
    ) -> Bool {
        if kinds.contains(.string) { return true }
        guard decode(source, range, coding) == nil else { return false }
        return !kinds.take(scratch.span).isEmpty
    }

    /// A document of a media type.
    mutating func content(
        _ form: ContentForm, _ source: Span<UInt8>, _ range: Range<Int>, _ coding: TextCoding, node: Int
    ) {
        switch form {
        case .json: json(source, range, coding, at: .root)
        case .text: scalar(source, range, plan[node].scalars, coding, at: .root)
        case .urlEncoded(let form):
            if let fault = decode(source, range, coding) { return refuse(ValueFault(fault, at: .root)) }
            let text = scratch
            form.append(text.span, to: &self)
        }
    }

    /// A JSON text.
    mutating func json(
        _ source: Span<UInt8>, _ range: Range<Int>, _ coding: TextCoding, at pointer: @autoclosure () -> JSONPointer
    ) {
        if let fault = decode(source, range, coding) { return refuse(ValueFault(fault, at: pointer())) }
        do throws(JSONSyntaxError) {
            tape.append(try JSON(parsing: scratch, options: Self.contentOptions))
        } catch {
            refuse(ValueFault(.malformedContent, at: pointer(), "must be JSON: \(error.message)"))
        }
    }

    static let contentOptions = JSONParser.Options(maximumDepth: 128)

    /// Fills `scratch` with the decoded text, checked.
    private mutating func decode(
        _ source: Span<UInt8>, _ range: Range<Int>, _ coding: TextCoding
    ) -> PercentDecoding.Fault? {
        scratch.removeAll(keepingCapacity: true)
        if coding == .plain {
            for index in range { scratch.append(source[index]) }
        } else {
            do throws(PercentDecoding.Fault) {
                try PercentDecoding.decode(source, range, plus: coding.plus, into: &scratch)
            } catch {
                return error
            }
        }
        let whole = 0..<scratch.count
        return ScannedText(scratch.span, whole, .plain).fault(in: scratch.span, whole)
    }
}

extension TapeBuilder {
    /// `text` must be UTF-8. Numbers keep their literal.
    fileprivate mutating func scalar(_ text: Span<UInt8>, _ kinds: JSONKind) {
        let taken = kinds.take(text)
        if taken.isEmpty { return string(text) }
        if taken.contains(.boolean) { return bool(text.count == 4) }
        if taken == .null { return kinds.contains(.string) ? string(text) : null() }
        if !number(literal: text) { string(text) }
    }
}

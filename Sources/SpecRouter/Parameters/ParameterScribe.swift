import JSONCore
import OpenAPIModel

/// Writes parameters one after the other, and keeps the books.
struct ParameterScribe {
    var writer: ValueWriter
    private(set) var decoded = DecodedParameters()
    /// Those of the decoder.
    private let keys: KnownKeys

    /// - Parameter count: how many values are expected.
    init(writer: consuming ValueWriter, keys: KnownKeys, count: Int) {
        self.writer = writer
        self.keys = keys
        decoded.values.reserveCapacity(count)
    }

    /// Call it once, at the end.
    mutating func finish() -> (values: JSON, decoded: DecodedParameters) {
        // Taken out, which counts no references.
        var (tape, decoded) = (TapeBuilder(), DecodedParameters())
        swap(&writer.tape, &tape)
        swap(&self.decoded, &decoded)
        return (tape.finish(), decoded)
    }

    /// A parameter that stands in one text.
    mutating func append(_ plan: ParameterPlan, _ number: Int, _ source: Span<UInt8>, _ range: Range<Int>) {
        record(plan, number) { writer in
            switch plan.form {
            case .delimited(let style): style.append(source, range, node: plan.node, to: &writer)
            case .label(let style): style.append(source, range, node: plan.node, to: &writer)
            case .matrix(let style): style.append(source, range, node: plan.node, to: &writer)
            case .content(let form, let coding): writer.content(form, source, range, coding, node: plan.node)
            case .query(let form): form.append(source.extracting(range), to: &writer)
            case .pairs: writer.tape.null()
            }
        }
    }

    /// All parameters of a query, or of the cookies, after one scan.
    mutating func append(_ paired: PairedParameters, _ plans: [ParameterPlan], _ source: Span<UInt8>) {
        guard source.count > 0 else {
            for number in paired.numbers { appendAbsent(plans[number], number) }
            return
        }
        let separator = paired.location == .cookie ? UInt8(ascii: ";") : UInt8(ascii: "&")
        let occurrences = PairOccurrences(source, paired.plan, paired.coercion, separator: separator)
        for (member, number) in paired.numbers.enumerated() {
            let plan = plans[number]
            guard let first = occurrences.first(of: member) else {
                appendAbsent(plan, number)
                continue
            }
            if plan.allowEmptyValue, paired.location == .query, occurrences.isSingle(member),
                first.isEmpty(of: paired.plan.members[member], source)
            {
                key(number)
                writer.tape.string("")
                continue
            }
            record(plan, number) { paired.plan.append(member, occurrences, source, to: &$0) }
        }
        if paired.location == .query { decoded.unknownQuery = occurrences.unknown.map(\.name) }
    }

    /// The default, or nothing, or a fault.
    mutating func appendAbsent(_ plan: ParameterPlan, _ number: Int) {
        if plan.isRequired {
            let fault = ValueFault(.missing, "is missing")
            decoded.faults.append(ParameterFault(fault, of: plan, number))
        } else if let value = plan.defaultValue {
            key(number)
            writer.tape.append(value)
        }
    }

    mutating func refuse(_ plan: ParameterPlan, _ number: Int, _ fault: ValueFault) {
        record(plan, number) { $0.refuse(fault) }
    }

    private mutating func key(_ number: Int) {
        writer.tape.key(ParameterDecoder.groups.count + number, of: keys)
    }

    /// Writes the name, then what `write` does; notes faults, or that there is a value to check.
    private mutating func record(_ plan: ParameterPlan, _ number: Int, _ write: (inout ValueWriter) -> Void) {
        key(number)
        let index = writer.tape.nextIndex
        let known = writer.faults.count
        write(&writer)
        if writer.faults.count == known {
            decoded.values.append((number, index))
        } else {
            for fault in writer.faults[known...] { decoded.faults.append(ParameterFault(fault, of: plan, number)) }
        }
    }
}

extension PairOccurrences.Pair {
    /// Whether it is the member's name, and no value.
    fileprivate func isEmpty(of member: PairPlan.Member, _ source: Span<UInt8>) -> Bool {
        value.isEmpty && PercentDecoding.equals(source, name, member.name, plus: .space)
    }
}

extension ParameterFault {
    fileprivate init(_ fault: ValueFault, of plan: ParameterPlan, _ number: Int) {
        self.init(
            parameter: number, location: plan.placement.location, name: plan.name,
            pointer: fault.pointer.description, kind: fault.kind, message: fault.message)
    }
}

import JSONCore
import JSONSchema

/// Makes one JSON value of the parts of a body. In the place of a file stands a text that only says that there is one.
struct MultipartDecoder {
    private let plan: MultipartPlan
    private let options: JSONParser.Options
    private let limits: Limits
    private let files: [MultipartAssembly.File]
    private var writer: ValueWriter
    private(set) var violations: [RequestViolation] = []
    /// Where each file stands in the value.
    private(set) var places: [Int: JSONPointer] = [:]
    /// Files of parts that are multipart bodies.
    private(set) var innerFiles: [FilePart] = []

    typealias Part = MultipartAssembly.Part

    init(
        _ plan: MultipartPlan, _ files: [MultipartAssembly.File], _ options: JSONParser.Options, _ limits: Limits
    ) {
        self.plan = plan
        self.limits = limits
        self.files = files
        self.options = options
        writer = ValueWriter(tape: TapeBuilder(), plan: plan.coercion)
    }

    /// The value; where there are violations something made up stands in their places.
    mutating func value(of parts: [Part]) -> JSON {
        if plan.isNamed { object(parts) } else { array(parts) }
        var tape = TapeBuilder()
        swap(&tape, &writer.tape)
        return tape.finish()
    }

    private mutating func array(_ parts: [Part]) {
        writer.tape.beginArray()
        for (index, part) in parts.enumerated() {
            append([part], part.plan, at: JSONPointer.root.appending(index: index))
        }
        writer.tape.endArray()
    }

    private mutating func object(_ parts: [Part]) {
        var numbers: [[UInt8]: Int] = [:]
        var groups: [(name: String, parts: [Part])] = []
        for part in parts {
            var name = part.name
            if case .deepObject = part.plan.form { name = String(name.prefix { $0 != "[" }) }
            if let number = numbers[Array(name.utf8)] {
                groups[number].parts.append(part)
            } else {
                numbers[Array(name.utf8)] = groups.count
                groups.append((name, [part]))
            }
        }
        writer.tape.beginObject()
        for (name, parts) in groups {
            guard let plan = parts.first?.plan else { continue }
            writer.tape.key(name)
            append(parts, plan, at: JSONPointer.root.appending(name))
        }
        writer.tape.endObject()
    }

    private mutating func append(_ parts: [Part], _ plan: PartPlan, at pointer: JSONPointer) {
        switch plan.form {
        case .repeated: elements(parts, plan, at: pointer)
        case .deepObject: deepObject(parts, plan, at: pointer)
        case .single, .delimited:
            if parts.count == 1, let part = parts.first { return element(part, at: pointer) }
            let node = self.plan.coercion[plan.node]
            guard node.kinds.isEmpty else {
                refuse(pointer, "duplicate", "must be given only once", plan)
                return writer.tape.null()
            }
            // Without a schema, a name that comes more than once is an array.
            elements(parts, plan, at: pointer)
        }
    }

    private mutating func elements(_ parts: [Part], _ plan: PartPlan, at pointer: JSONPointer) {
        if parts.count == 1, let part = parts.first, case .value(let bytes, .json) = part.content,
            !self.plan.coercion[plan.elementNode].isArray, bytes.first(where: { !$0.isSpace }) == UInt8(ascii: "[")
        {
            // The whole array as one document: what many clients make of it.
            return element(part, at: pointer)
        }
        writer.tape.beginArray()
        for (index, part) in parts.enumerated() { element(part, at: pointer.appending(index: index)) }
        writer.tape.endArray()
    }

    private mutating func element(_ part: Part, at pointer: JSONPointer) {
        check(part, at: pointer)
        switch part.content {
        case .file(let index): file(index, part.plan, at: pointer)
        case .value(let bytes, .parts): parts(bytes, of: part, at: pointer)
        case .value(let bytes, let reading):
            guard let bytes = utf8(bytes, of: part, reading, at: pointer) else { return writer.tape.null() }
            if reading == .json { json(bytes, part.plan, at: pointer) } else { text(bytes, part.plan, at: pointer) }
        }
    }

    private mutating func check(_ part: Part, at pointer: JSONPointer) {
        let reading: PartPlan.Reading = if case .value(_, let reading) = part.content { reading } else { .file }
        if let message = part.plan.fault(ofContentType: part.header.contentType, reading) {
            refuse(pointer, "contentType", message, part.plan)
        }
        if let message = part.plan.fault(ofTransferEncoding: part.header.fields) {
            refuse(pointer, "contentEncoding", message, part.plan)
        }
        violations += part.plan.headers.violations(in: part.header.fields, at: pointer)
    }

    private mutating func refuse(_ pointer: JSONPointer, _ keyword: String, _ message: String, _ plan: PartPlan) {
        violations.append(
            RequestViolation(
                in: .body, pointer: pointer.description, keyword: keyword, message: message, schema: plan.place))
    }
}

extension MultipartDecoder {
    /// The text is as long as `minLength` wants: octets are counted here, and not by the schema.
    private mutating func file(_ index: Int, _ plan: PartPlan, at pointer: JSONPointer) {
        places[index] = pointer
        let count = files[index].count
        if var violation = plan.bounds.excess(count) ?? plan.bounds.shortage(count) {
            violation.pointer = pointer.description
            violations.append(violation)
            return writer.tape.null()
        }
        let length = min(count, plan.bounds.lower?.octets ?? 0, options.maximumBytes)
        writer.tape.string(Array(repeating: UInt8(ascii: " "), count: length).span)
    }

    /// A multipart body in a part: its value stands in this one, its files are handed on with those of this one.
    private mutating func parts(_ bytes: [UInt8], of part: Part, at pointer: JSONPointer) {
        guard let nested = part.plan.nested else { return writer.tape.null() }
        do throws(MultipartFault) {
            guard let type = part.header.contentType.flatMap({ MediaType($0) }) else {
                throw MultipartFault(.missingBoundary)
            }
            var assembly = try MultipartAssembly(nested, type, limits)
            try assembly.push(bytes)
            try assembly.finish()
            var decoder = MultipartDecoder(nested, assembly.files, options, limits)
            writer.tape.append(decoder.value(of: assembly.parts))
            let prefix = pointer.description
            violations += decoder.violations.map { $0.moved(under: prefix) }
            let files = MultipartContent(assembly: assembly, spooled: nil, kept: nil).files(decoder.places)
            innerFiles += (files + decoder.innerFiles).map { $0.moved(under: prefix) }
        } catch {
            refuse(pointer, error.keyword, error.message, part.plan)
            writer.tape.null()
        }
    }

    private mutating func json(_ bytes: [UInt8], _ plan: PartPlan, at pointer: JSONPointer) {
        do throws(JSONSyntaxError) {
            writer.tape.append(try JSON(parsing: bytes, options: options))
        } catch {
            refuse(
                pointer, "syntax", "is not JSON: \(error.message) (line \(error.line), column \(error.column))", plan)
            writer.tape.null()
        }
    }

    private mutating func text(_ bytes: [UInt8], _ plan: PartPlan, at pointer: JSONPointer) {
        let node = self.plan.coercion[plan.elementNode]
        if node.isObject, plan.readings.contains(.json), bytes.first == UInt8(ascii: "{") {
            return json(bytes, plan, at: pointer)
        }
        let known = writer.faults.count
        if case .delimited(let style) = plan.form {
            style.append(bytes.span, 0..<bytes.count, node: plan.node, to: &writer)
        } else {
            writer.scalar(bytes.span, 0..<bytes.count, node.scalars, .plain, at: .root)
        }
        report(since: known, under: pointer, plan)
    }

    /// A value's octets in UTF-8, whatever charset its part names; nil for those that are refused.
    private mutating func utf8(
        _ octets: [UInt8], of part: Part, _ reading: PartPlan.Reading, at pointer: JSONPointer
    ) -> [UInt8]? {
        guard let name = part.plan.charset(part.header.contentType) else { return octets }
        let charset = TextCharset(name)
        if charset == .utf8 { return octets }
        guard let charset, reading == .text else {
            let known = reading == .json ? "utf-8, in which JSON is" : TextCharset.understood
            refuse(pointer, "contentType", "names a charset that is not read here; send \(known)", part.plan)
            return nil
        }
        guard let text = charset.text(octets) else {
            refuse(pointer, "syntax", "is not text in the charset that its Content-Type names", part.plan)
            return nil
        }
        return Array(text.utf8)
    }

    /// The names and texts of the parts, as the style reads them from a query.
    private mutating func deepObject(_ parts: [Part], _ plan: PartPlan, at pointer: JSONPointer) {
        var source: [UInt8] = []
        var pairs: [PairOccurrences.Pair] = []
        for part in parts {
            guard case .value(let octets, let reading) = part.content,
                let bytes = utf8(octets, of: part, reading, at: pointer)
            else { continue }
            let start = source.count
            source += Array(part.name.utf8)
            let end = source.count
            source += bytes
            pairs.append(PairOccurrences.Pair(name: start..<end, value: end..<source.count, property: nil))
        }
        let known = writer.faults.count
        let name = Array((pointer.tokens.last ?? "").utf8)
        DeepObjectStyle(.plain, name: name).append(pairs, source.span, node: plan.node, to: &writer)
        report(since: known, under: pointer, plan)
    }

    private mutating func report(since known: Int, under pointer: JSONPointer, _ plan: PartPlan) {
        for fault in writer.faults[known...] {
            let place = JSONPointer(tokens: pointer.tokens + fault.pointer.tokens)
            refuse(place, fault.kind.keyword, fault.message, plan)
        }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension RequestViolation {
    /// The same of a value within another one.
    fileprivate func moved(under pointer: String) -> RequestViolation {
        var moved = self
        moved.pointer = pointer + self.pointer
        return moved
    }
}

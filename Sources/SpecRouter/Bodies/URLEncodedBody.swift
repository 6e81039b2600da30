import JSONCore
import OpenAPIModel

/// Decodes `application/x-www-form-urlencoded` to an object (OpenAPI 3.2, section 4.14). Immutable, made at load.
///
/// A property with `style`, `explode` or `allowReserved` in its encoding goes by style, any other by content type:
/// scalars are text, objects JSON text, arrays one pair for each element. Names that the schema does not have are kept,
/// so that it can say what it thinks of them.
struct URLEncodedBody: Sendable {
    let pairs: PairPlan
    let coercion: CoercionPlan
    let root: Int

    /// Something wrong with a form that no schema tells.
    struct Fault: Sendable, Hashable {
        /// An RFC 6901 pointer to the place in the form's object.
        let pointer: String
        let kind: ParameterFault.Kind
        /// To follow the name of the place: never the value that was sent.
        let message: String

        var keyword: String { kind.keyword }
    }

    init(_ content: MediaTypeContent, _ shapes: SchemaShapes) {
        self.init(schema: content.schema, encodings: content.encodings.named, shapes)
    }

    init(schema: Place?, encodings: [(name: String, encoding: Encoding)], _ shapes: SchemaShapes) {
        var compiler = CoercionCompiler(shapes)
        root = schema.map { compiler.node(for: $0) } ?? CoercionPlan.untyped
        coercion = compiler.finish()
        var members: [PairPlan.Member] = []
        var names: Set<[UInt8]> = []
        for property in coercion[root].properties where names.insert(property.name).inserted {
            let own = encodings.first { $0.name.utf8.elementsEqual(property.name) }?.encoding
            members.append(
                PairPlan.Member(name: property.name, form: PairPlan.Form(own), coding: .form, node: property.node))
        }
        for (name, own) in encodings where names.insert(Array(name.utf8)).inserted {
            members.append(
                PairPlan.Member(
                    name: Array(name.utf8), form: PairPlan.Form(own), coding: .form, node: coercion[root].additional))
        }
        pairs = PairPlan(members, coding: .form, plan: coercion)
    }

    /// Appends the form as an object. Linear in the form, but for deepObject (O(n log n)).
    ///
    /// - Returns: what is wrong with it; then in the places that it names stands something made up.
    func decode(_ bytes: Span<UInt8>, into tape: inout TapeBuilder) -> [Fault] {
        var writer = ValueWriter(tape: TapeBuilder(), plan: coercion)
        swap(&writer.tape, &tape)
        let faults = write(bytes, to: &writer)
        swap(&writer.tape, &tape)
        return faults.map { Fault(pointer: $0.pointer.description, kind: $0.kind, message: $0.message) }
    }

    /// The same for a value within another document, whose faults go where that document's go.
    func append(_ bytes: Span<UInt8>, to outer: inout ValueWriter) {
        var writer = ValueWriter(tape: TapeBuilder(), plan: coercion)
        swap(&writer.tape, &outer.tape)
        let faults = write(bytes, to: &writer)
        swap(&writer.tape, &outer.tape)
        for fault in faults { outer.report(fault) }
    }

    private func write(_ bytes: Span<UInt8>, to writer: inout ValueWriter) -> [ValueFault] {
        let occurrences = PairOccurrences(bytes, pairs, coercion)
        var faults: [ValueFault] = []
        writer.tape.reserve(entries: 2 + pairs.members.count * 3, octets: bytes.count)
        writer.tape.beginObject()
        for index in pairs.members.indices where occurrences.has(index) {
            let name = pairs.members[index].name
            let known = writer.faults.count
            writer.tape.key(name.span)
            pairs.append(index, occurrences, bytes, to: &writer)
            guard writer.faults.count > known else { continue }
            faults += writer.faults[known...].map { $0.moved(under: String(decoding: name, as: UTF8.self)) }
        }
        if occurrences.unknown.isEmpty {
            writer.tape.endObject()
            return faults
        }
        let unknown = occurrences.unknown.map { PairOccurrences.Pair(name: $0.name, value: $0.value, property: nil) }
        for group in PairGroups(unknown, bytes, .form).groups {
            guard let first = group.first else { continue }
            let known = writer.faults.count
            writer.key(bytes, first.name, .form, at: .root)
            if writer.faults.count == known {
                appendUnknown(group, bytes, to: &writer)
                let name = String(utf8: bytes.extracting(first.name))
                faults += writer.faults[known...].map { $0.moved(under: name) }
            } else {
                faults += writer.faults[known...]
                writer.tape.null()
            }
        }
        writer.tape.endObject()
        return faults
    }

    /// Without a schema, a name that comes more than once is an array.
    private func appendUnknown(_ group: [PairOccurrences.Pair], _ bytes: Span<UInt8>, to writer: inout ValueWriter) {
        let node = coercion[root].additional
        guard coercion[node].kinds.isEmpty, group.count > 1 else {
            return pairs.appendByContentType(group, bytes, node: node, .form, to: &writer)
        }
        writer.tape.beginArray()
        for (index, pair) in group.enumerated() {
            writer.scalar(bytes, pair.value, [], .form, at: .root.appending(index: index))
        }
        writer.tape.endArray()
    }
}

extension PairPlan.Form {
    fileprivate init(_ encoding: Encoding?) {
        if let style = encoding?.style {
            self.init(style)
        } else if let type = encoding?.contentType, MediaRange(type)?.isJSON == true {
            self = .content(.json)
        } else {
            self = .byContentType
        }
    }
}

extension ValueFault {
    fileprivate func moved(under name: String) -> ValueFault {
        ValueFault(kind, at: JSONPointer(tokens: [name] + pointer.tokens), message)
    }
}

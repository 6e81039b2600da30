import JSONCore
import JSONSchema
import OpenAPIModel

/// Makes the plan for one media type of the kind `multipart/...` (OpenAPI 3.2, sections 4.14 and 4.15).
struct MultipartPlanner {
    let shapes: SchemaShapes
    let schema: (Place) -> CompiledSchema?
    let places: DescriptionPlaces

    private var document: OpenAPIDocument { shapes.document }

    func plan(_ content: MediaTypeContent, _ range: MediaRange) -> MultipartPlan {
        plan(
            Body(
                schema: content.schema, itemSchema: content.itemSchema, encodings: content.encodings,
                place: content.place), range)
    }

    /// What the description says of a body of parts: a whole one, or one that is a part itself.
    private struct Body {
        let schema: Place?
        let itemSchema: Place?
        let encodings: Encodings
        let place: Place
    }

    private func plan(_ content: Body, _ range: MediaRange) -> MultipartPlan {
        var compiler = CoercionCompiler(shapes)
        let root = content.schema.map { compiler.node(for: $0) } ?? CoercionPlan.untyped
        let item = content.itemSchema.map { compiler.node(for: $0) }
        let coercion = compiler.finish()
        let shape = content.schema.map { shapes.shape(of: $0) } ?? SchemaShape()
        let isFormData = range.matches("multipart", "form-data")
        let isNamed = isFormData || coercion[root].isObject && !coercion[root].isArray
        let layout =
            isNamed
            ? named(content, shape, root, coercion)
            : positional(content, shape, coercion[root], item, coercion)
        return MultipartPlan(
            layout: layout, coercion: coercion,
            itemSchema: content.schema == nil ? content.itemSchema.flatMap(schema) : nil)
    }

    private func named(
        _ content: Body, _ shape: SchemaShape, _ root: Int, _ coercion: CoercionPlan
    ) -> MultipartPlan.Layout {
        let encodings = content.encodings.named
        var members: [[UInt8]: PartPlan] = [:]
        for property in shape.properties {
            let name = Array(property.name.utf8)
            let own = encodings.first { $0.name.utf8.elementsEqual(name) }?.encoding
            let node = coercion.property(name.span, of: root)
            members[name] = part(Subject(node, property.places, own, content.place), coercion)
        }
        let additional = Subject(coercion[root].additional, shape.additional, nil, content.place)
        for (name, encoding) in encodings where members[Array(name.utf8)] == nil {
            members[Array(name.utf8)] = part(
                Subject(additional.node, additional.places, encoding, content.place), coercion)
        }
        return .named(members, others: part(additional, coercion))
    }

    private func positional(
        _ content: Body, _ shape: SchemaShape, _ root: CoercionPlan.Node, _ item: Int?,
        _ coercion: CoercionPlan
    ) -> MultipartPlan.Layout {
        let encodings = content.encodings
        let rest = Subject(
            item ?? root.items, content.itemSchema.map { [$0] } ?? shape.items, encodings.item, content.place)
        let prefix = (0..<max(encodings.prefix.count, root.prefixItems.count)).map { index in
            let isOwn = index < root.prefixItems.count && index < shape.prefixItems.count
            return part(
                Subject(
                    isOwn ? root.prefixItems[index] : rest.node, isOwn ? shape.prefixItems[index] : rest.places,
                    index < encodings.prefix.count ? encodings.prefix[index] : encodings.item, content.place),
                coercion)
        }
        return .positional(prefix: prefix, rest: part(rest, coercion))
    }

    /// What the description says of a part.
    private struct Subject {
        let node: Int
        let places: [Place]
        let encoding: Encoding?
        let content: Place

        init(_ node: Int, _ places: [Place], _ encoding: Encoding?, _ content: Place) {
            self.node = node
            self.places = places
            self.encoding = encoding
            self.content = content
        }
    }

    private func part(_ subject: Subject, _ coercion: CoercionPlan) -> PartPlan {
        let form = form(of: subject, coercion[subject.node], coercion)
        var (elementNode, schemas) = (subject.node, subject.places)
        if case .repeated = form {
            elementNode = coercion[subject.node].items
            schemas = schemas.flatMap { shapes.shape(of: $0).items }
        }
        let content = ContentSchemas(document)
        let declared = subject.encoding?.contentType ?? schemas.lazy.compactMap(content.binaryMediaType).first
        let ranges = declared.map { FieldScanner.elements(of: $0).compactMap { MediaRange(String($0)) } } ?? []
        let nested = form.isText ? nil : nested(subject.encoding, schemas, ranges)
        return PartPlan(
            readings: form.isText ? [.text] : readings(coercion[elementNode], schemas, ranges, nested), form: form,
            node: subject.node, elementNode: elementNode, ranges: ranges, declared: declared ?? "",
            bounds: OctetBounds(schema: schemas.first, document: document) { places[$0].reference },
            demandsType: subject.encoding?.contentType != nil, nested: nested,
            contentEncoding: schemas.lazy.compactMap(content.encoding).first,
            headers: PartHeaderChecks(subject.encoding?.headers ?? [], shapes, schema, places),
            place: places[subject.encoding?.place ?? subject.content].reference)
    }

    /// Whether an array is one part that is a multipart body: its elements, which have no parts of their own, are the parts
    /// of that one.
    private func isWholeInParts(_ encoding: Encoding?, _ items: CoercionPlan.Node) -> Bool {
        guard let type = encoding?.contentType, !items.isArray, !items.isObject else { return false }
        return FieldScanner.elements(of: type).contains { MediaRange(String($0))?.isMultipart == true }
    }

    /// The plan for a part that is a multipart body, where the description says what is in it (OpenAPI 3.2, section
    /// 4.15.1.3). Ends with the encodings, which are as deep as they are written.
    private func nested(_ encoding: Encoding?, _ schemas: [Place], _ ranges: [MediaRange]) -> MultipartPlan? {
        guard let encoding, let range = ranges.first(where: \.isMultipart), let schema = schemas.first else {
            return nil
        }
        return plan(Body(schema: schema, itemSchema: nil, encodings: encoding.nested, place: encoding.place), range)
    }

    /// Styles count for multipart bodies from OpenAPI 3.1 on, and in what Swagger 2.0 calls collection formats.
    private func form(
        of subject: Subject, _ node: CoercionPlan.Node, _ coercion: CoercionPlan
    ) -> PartPlan.Form {
        if document.version.family != .v30, let style = subject.encoding?.style {
            switch PairPlan.Form(style) {
            case .delimited(let style):
                return .delimited(
                    DelimitedStyle(delimiter: style.delimiter, members: style.members, coding: .plain))
            case .deepObject: return .deepObject
            case .exploded, .content, .byContentType: break
            }
        }
        return node.isArray && !isWholeInParts(subject.encoding, coercion[node.items]) ? .repeated : .single
    }

    /// By `contentType`, else by the defaults for the schema (OpenAPI 3.2, section 4.15.1.1).
    private func readings(
        _ node: CoercionPlan.Node, _ places: [Place], _ ranges: [MediaRange], _ nested: MultipartPlan?
    ) -> [PartPlan.Reading] {
        let isBinary = places.contains { ContentSchemas(document).describesOctets($0) }
        if !ranges.isEmpty, !isBinary {
            var declared: [PartPlan.Reading] = []
            if ranges.contains(where: \.isText) { declared.append(.text) }
            if ranges.contains(where: \.isJSON) { declared.append(.json) }
            if nested != nil { declared.append(.parts) }
            let others = ranges.filter { !$0.isText && !$0.isJSON && (nested == nil || !$0.isMultipart) }
            if !others.isEmpty { declared.append(.file) }
            return declared
        }
        var readings: [PartPlan.Reading] = isBinary ? [.file] : []
        if !isBinary, !node.scalars.isEmpty { readings.append(.text) }
        if node.isObject || node.isArray { readings.append(.json) }
        guard readings.isEmpty else { return readings }
        // No type: octets from OpenAPI 3.1 on where the schema is there, else what the part seems to be.
        return !places.isEmpty && document.version.family >= .v31 ? [.file] : [.text, .file]
    }
}

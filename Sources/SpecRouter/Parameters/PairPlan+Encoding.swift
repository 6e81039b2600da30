import JSONCore

/// A name and a value of a query, a form or a `Cookie` field, encoded.
struct EncodedPair: Sendable, Hashable {
    let name: [UInt8]
    let value: [UInt8]
}

extension PairPlan {
    /// The pairs of a member, of which `append` makes the same value.
    ///
    /// Refuses what its style refuses, and names that lead to another member.
    func pairs(
        of member: Int, _ value: JSON, _ plan: CoercionPlan
    ) throws(EncodingRefusal) -> [EncodedPair] {
        let own = members[member]
        let pairs = try written(own, value, plan)
        for pair in pairs {
            var scratch: [UInt8] = []
            let slot = slot(pair.name.span, 0..<pair.name.count, plan: plan, scratch: &scratch)
            let isProperty = own.form.isExploded && value.kind == .object
            guard slot?.member == member, (slot?.property != nil) == isProperty else {
                throw EncodingRefusal("must not have a name that leads elsewhere")
            }
        }
        return pairs
    }

    private func written(
        _ own: Member, _ value: JSON, _ plan: CoercionPlan
    ) throws(EncodingRefusal) -> [EncodedPair] {
        let name = try own.coding.encoded(own.name)
        if own.form.hasNoNesting, plan.needsNesting(own.node) {
            guard value.kind == .array else {
                throw EncodingRefusal("must be an array: its elements can only be written as JSON")
            }
            return [EncodedPair(name: name, value: try own.coding.encoded(try JSONText.bytes(of: value)))]
        }
        switch own.form {
        case .exploded: return try FormStyle(own.coding).pairs(of: value, name: name, node: own.node, plan)
        case .delimited(let style):
            return [EncodedPair(name: name, value: try style.text(of: value, node: own.node, plan))]
        case .deepObject:
            return try DeepObjectStyle(own.coding, name: own.name).pairs(of: value, node: own.node, plan)
        case .content(let form):
            let text = try form.text(of: value, node: own.node, plan)
            return [EncodedPair(name: name, value: try own.coding.encoded(text))]
        case .byContentType: return try byContentType(value, name: name, node: own.node, own.coding, plan)
        }
    }

    /// As `appendByContentType` reads it: an array is not empty, and of two elements at least where one could be a value
    /// by itself.
    func byContentType(
        _ value: JSON, name: [UInt8], node: Int, _ coding: TextCoding, _ plan: CoercionPlan
    ) throws(EncodingRefusal) -> [EncodedPair] {
        let shape = plan[node]
        let isList = shape.scalars.isEmpty && !shape.isObject
        guard value.kind == .array, shape.isArray else {
            guard !(shape.isArray && isList) else { throw EncodingRefusal("must be an array") }
            return [EncodedPair(name: name, value: try part(value, node: node, coding, plan, at: .root))]
        }
        let elements = Array(value.elements)
        guard elements.count > 1 || isList && elements.count == 1 else {
            throw EncodingRefusal("must have so many elements that it is known for an array")
        }
        var pairs: [EncodedPair] = []
        for (index, element) in elements.enumerated() {
            let node = plan.element(index, of: node)
            let value = try part(element, node: node, coding, plan, at: .root.appending(index: index))
            pairs.append(EncodedPair(name: name, value: value))
        }
        return pairs
    }

    private func part(
        _ value: JSON, node: Int, _ coding: TextCoding, _ plan: CoercionPlan, at pointer: JSONPointer
    ) throws(EncodingRefusal) -> [UInt8] {
        let shape = plan[node]
        if shape.isObject, value.kind == .object || shape.scalars.isEmpty {
            return try coding.encoded(try JSONText.bytes(of: value, at: pointer))
        }
        let text = try plan.text(of: value, shape.scalars, at: pointer)
        if shape.isObject, text.first == UInt8(ascii: "{") {
            throw EncodingRefusal(at: pointer, "must not begin with \"{\", as objects do")
        }
        return try coding.encoded(text, at: pointer)
    }
}

extension URLEncodedBody {
    /// The form of an object. Members that the schema does not have are texts, or arrays of two texts or more.
    func text(of value: JSON) throws(EncodingRefusal) -> [UInt8] {
        guard value.kind == .object else { throw EncodingRefusal("must be an object, as a form is one") }
        var all: [EncodedPair] = []
        for (name, member) in value.members {
            if let index = pairs.members.firstIndex(where: { $0.name.elementsEqual(name.utf8) }) {
                all += try pairs.pairs(of: index, member, coercion)
            } else {
                all += try unknown(name, member)
            }
        }
        return Array(all.map { $0.name + [UInt8(ascii: "=")] + $0.value }.joined(separator: [UInt8(ascii: "&")]))
    }

    private func unknown(_ name: String, _ value: JSON) throws(EncodingRefusal) -> [EncodedPair] {
        let encoded = try TextCoding.form.encoded(Array(name.utf8))
        var scratch: [UInt8] = []
        guard !name.utf8.contains(0),
            pairs.slot(encoded.span, 0..<encoded.count, plan: coercion, scratch: &scratch) == nil
        else { throw EncodingRefusal("must not have a name that leads elsewhere") }
        let node = coercion[root].additional
        guard coercion[node].kinds.isEmpty, value.kind == .array else {
            return try pairs.byContentType(value, name: encoded, node: node, .form, coercion)
        }
        guard value.count > 1 else { throw EncodingRefusal("must have two elements to be known for an array") }
        var texts: [EncodedPair] = []
        for element in value.elements {
            let text = try coercion.text(of: element, [], at: .root)
            texts.append(EncodedPair(name: encoded, value: try TextCoding.form.encoded(text)))
        }
        return texts
    }
}

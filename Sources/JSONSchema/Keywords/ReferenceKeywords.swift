import JSONCore

extension Keyword {
    static let reference = Keyword("$ref", .core) { compilation, draft, value in
        guard let (target, _) = compilation.target(of: value, "$ref", in: draft) else { return }
        compilation.appendReference(to: target, value, "$ref", in: &draft)
    }

    /// 2020-12, section 8.2.3.2: where it first leads to a `$dynamicAnchor`, the outermost resource in the dynamic scope that
    /// has one of the same name decides.
    static let dynamicReference = Keyword("$dynamicRef", .core) { compilation, draft, value in
        guard let (target, text) = compilation.target(of: value, "$dynamicRef", in: draft) else { return }
        let name = URIReference(text).fragment ?? ""
        guard compilation.resources[Int(target.resource)].dynamicAnchors[name] == target.place.index else {
            return compilation.appendReference(to: target, value, "$dynamicRef", in: &draft)
        }
        compilation.appendDynamicReference(name, to: target, value, "$dynamicRef", in: &draft)
    }

    /// 2019-09, section 8.2.4.2.
    static let recursiveReference = Keyword("$recursiveRef", .core) { compilation, draft, value in
        guard let (target, _) = compilation.target(of: value, "$recursiveRef", in: draft) else { return }
        guard compilation.resources[Int(target.resource)].dynamicAnchors[""] == target.place.index else {
            return compilation.appendReference(to: target, value, "$recursiveRef", in: &draft)
        }
        compilation.appendDynamicReference("", to: target, value, "$recursiveRef", in: &draft)
    }

}

extension Compilation {
    fileprivate mutating func target(of value: JSON, _ keyword: String, in draft: NodeDraft) -> (Target, String)? {
        guard let text = value.string else {
            refuse(value, "\"\(keyword)\" must be a string.", in: draft)
            return nil
        }
        guard let target = resolve(text, from: draft.resource) else {
            refuse(value, .unresolvableReference, "Nothing is found at \"\(text)\".", in: draft)
            return nil
        }
        return (target, text)
    }

    fileprivate mutating func appendReference(
        to target: Target, _ value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        let node = node(at: target.place, target.json)
        draft.links.append(Link(kind: .inPlace, target: node))
        draft.append(.reference, site(value, keyword, in: draft), node)
    }

    fileprivate mutating func appendDynamicReference(
        _ name: String, to target: Target, _ value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        let node = node(at: target.place, target.json)
        let name = dynamicName(name)
        draft.links.append(Link(kind: .inPlaceAtTimes, target: node))
        draft.links.append(Link(kind: .dynamic, target: name))
        draft.append(.dynamicReference, site(value, keyword, in: draft), name, node)
    }
}

extension Evaluator {
    @inline(never)
    mutating func meetsReference(
        _ instruction: Instruction, to node: Int32, _ index: Int, _ track: Track
    ) -> Bool {
        sink.refer(by: instruction.site)
        return validate(node, index, track)
    }

    @inline(never)
    mutating func meetsDynamicReference(_ instruction: Instruction, _ index: Int, _ track: Track) -> Bool {
        meetsReference(instruction, to: dynamicTarget(of: instruction), index, track)
    }

    private func dynamicTarget(of instruction: Instruction) -> Int32 {
        for resource in traversal.scope {
            let anchor = DynamicAnchor(resource: resource, name: instruction.a)
            if let node = program.tables.dynamicAnchors[anchor] { return node }
        }
        return instruction.b
    }
}

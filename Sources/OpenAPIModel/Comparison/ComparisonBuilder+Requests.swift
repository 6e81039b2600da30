/// What an operation takes.
extension ComparisonBuilder {
    mutating func compareParameters(_ old: Operation, _ new: Operation) {
        for (parameter, known) in new.parameters.map({ ($0, old.counterpart(of: $0, new)) }) {
            let subject = parameter.subject
            guard let known else {
                let text = parameter.isRequired ? "the required \(subject)." : "the \(subject)."
                add(.added, text, isBreaking: parameter.isRequired, after: parameter.place)
                continue
            }
            if known.isRequired != parameter.isRequired {
                let kind = parameter.isRequired ? DescriptionChange.Kind.tightened : .loosened
                let text = parameter.isRequired ? "is required now" : "is no longer required"
                add(
                    kind, "the \(subject) \(text).", isBreaking: parameter.isRequired, before: known.place,
                    after: parameter.place)
            }
            if known.placement != parameter.placement || known.mediaType != parameter.mediaType {
                add(
                    .changed, "the \(subject) is written otherwise.", isBreaking: true, before: known.place,
                    after: parameter.place)
            }
            compareSchemas(known.value.schema, parameter.value.schema, of: "the \(subject)", .toServer)
        }
        for known in old.parameters where new.counterpart(of: known, old) == nil {
            add(.removed, "the \(known.subject).", isBreaking: true, before: known.place)
        }
    }

    mutating func compareBodies(_ old: Operation, _ new: Operation) {
        switch (old.requestBody, new.requestBody) {
        case (nil, nil): break
        case (nil, let body?):
            let text = body.isRequired ? "a required body." : "a body."
            add(.added, text, isBreaking: body.isRequired, after: body.place)
        case (let body?, nil): add(.removed, "the body.", isBreaking: true, before: body.place)
        case (let known?, let body?):
            if known.isRequired != body.isRequired {
                add(
                    body.isRequired ? .tightened : .loosened,
                    body.isRequired ? "the body is required now." : "the body is no longer required.",
                    isBreaking: body.isRequired, before: known.place, after: body.place)
            }
            compareContent(known.content, body.content, of: "the body", .toServer)
        }
    }

    /// Media types that a client may send, or is told that it may get.
    mutating func compareContent(
        _ old: [MediaTypeContent], _ new: [MediaTypeContent], of subject: String,
        _ direction: SchemaComparison.Direction
    ) {
        for content in new {
            guard let known = old.first(where: { $0.range == content.range }) else {
                let isBreaking = direction == .toClient && !old.isEmpty
                add(.added, "\(subject) as \(content.range).", isBreaking: isBreaking, after: content.place)
                continue
            }
            compareSchemas(known.schema, content.schema, of: "\(subject) as \(content.range)", direction)
        }
        for known in old where !new.contains(where: { $0.range == known.range }) {
            add(.removed, "\(subject) as \(known.range).", isBreaking: true, before: known.place)
        }
    }

    /// A client that was let in before must still be: by each of the old alternatives.
    mutating func compareSecurity(_ old: Operation, _ new: Operation) {
        let before = old.security.map(\.needs)
        let after = new.security.map(\.needs)
        guard before != after else { return }
        let isOpen = after.isEmpty
        let isKept = (before.isEmpty ? [[]] : before).allSatisfy { known in
            isOpen || after.contains { $0.isSubset(of: known) }
        }
        add(
            isKept ? .loosened : .tightened,
            isKept ? "who was let in is let in, and others may be." : "it asks for other credentials.",
            isBreaking: !isKept, before: old.security.first?.place ?? old.place,
            after: new.security.first?.place ?? new.place)
    }
}

extension Operation {
    /// The parameter of the same location and name; of a path, the one at the same position.
    fileprivate func counterpart(of parameter: Parameter, _ other: Operation) -> Parameter? {
        if parameter.placement.location == .path {
            let names = PathTemplateNames(other.path).names
            guard let position = names.firstIndex(of: parameter.name) else { return nil }
            let own = PathTemplateNames(path).names
            guard position < own.count else { return nil }
            return parameters.first { $0.placement.location == .path && $0.name == own[position] }
        }
        return parameters.first { candidate in
            candidate.placement.location == parameter.placement.location
                && (candidate.name == parameter.name
                    || parameter.placement.location == .header
                        && candidate.name.lowercased() == parameter.name.lowercased())
        }
    }
}

extension Parameter {
    fileprivate var subject: String { "\(placement.location.rawValue) parameter \"\(name)\"" }

    fileprivate var mediaType: String? {
        if case .content(let mediaType, _) = value { mediaType } else { nil }
    }
}

extension SecurityRequirement {
    fileprivate var needs: Set<String> {
        Set(schemes.flatMap { scheme in [scheme.name] + scheme.scopes.map { scheme.name + " " + $0 } })
    }
}

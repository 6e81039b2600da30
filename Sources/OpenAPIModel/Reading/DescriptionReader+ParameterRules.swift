import JSONCore

/// What the specification forbids beyond the form of a Parameter Object.
extension DescriptionReader {
    mutating func checkName(_ name: String, _ placement: ParameterPlacement, _ element: Element) {
        guard version.family >= .v31 else { return }
        switch placement {
        case .header(_):
            checkHeaderName(name, at: element)
            checkAllowReserved(element, isAllowed: false)
        case .path(_):
            if name.contains("{") || name.contains("}") {
                report(.error, .badParameter, "A path parameter's name cannot have braces.", at: element)
            }
            checkAllowReserved(element, isAllowed: version.family >= .v32)
        case .cookie(.cookie): checkAllowReserved(element, isAllowed: false)
        case .cookie(.form): checkAllowReserved(element, isAllowed: version.family >= .v32)
        case .query(_), .querystring: break
        }
    }

    /// RFC 9110, section 5.1.
    mutating func checkHeaderName(_ name: String, at element: Element) {
        guard version.family >= .v31, !name.isToken else { return }
        report(.error, .badParameter, "\"\(name)\" cannot be the name of a header.", at: element)
    }

    /// Only what is percent-encoded can leave characters as they are.
    mutating func checkAllowReserved(_ element: Element, isAllowed: Bool) {
        guard version.family >= .v31, !isAllowed, let field = element["allowReserved"] else { return }
        reportAside(
            .error, .badStyle, "\"allowReserved\" has no meaning here.",
            hint: "Remove it.", at: field)
    }

    /// OpenAPI 3.2, section 4.12: one parameter that is the whole query, and then no other in the query.
    mutating func checkWholeQuery(_ parameters: [Parameter]) {
        let whole = parameters.filter { $0.placement == .querystring }
        guard let first = whole.first else { return }
        if let second = whole.dropFirst().first {
            report(
                .error, .badParameter, "\"\(first.name)\" is the whole query already.", at: element(at: second.place))
        }
        let parts = parameters.filter { if case .query = $0.placement { true } else { false } }
        if let part = parts.first {
            report(
                .error, .badParameter,
                "\"\(part.name)\" would be a part of the query, which \"\(first.name)\" is as a whole.",
                at: element(at: part.place))
        }
    }
}

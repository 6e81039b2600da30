import JSONCore
import JSONSchema

/// Which combinations of location, style and explode mean something (OpenAPI 3.1.1, section 4.8.12.2).
extension DescriptionReader {
    /// Nil, and an error, for a location that does not exist. A style that does not exist there is a warning, and the
    /// default is taken.
    mutating func readPlacement(_ location: String, of parameter: Element) -> ParameterPlacement? {
        let style = text("style", of: parameter)
        let explode = flag("explode", of: parameter)
        switch location {
        case "path": return .path(pathStyle(style, explode ?? false, parameter))
        case "query": return .query(queryStyle(style, explode, parameter))
        case "header":
            checkStyle(style, among: ["simple"], location, parameter)
            return .header(.simple(explode: explode ?? false))
        case "cookie":
            let allowed = version.family >= .v32 ? ["form", "cookie"] : ["form"]
            checkStyle(style, among: allowed, location, parameter)
            let isPlain = style == "cookie" && version.family >= .v32
            return .cookie(isPlain ? .cookie(explode: explode ?? true) : .form(explode: explode ?? true))
        case "querystring" where version.family >= .v32: return .querystring
        default:
            reportUnknownLocation(location, parameter)
            return nil
        }
    }

    mutating func reportUnknownLocation(_ location: String, _ parameter: Element) {
        let hint =
            switch location {
            case "body", "formData": "In OpenAPI 3, bodies and forms are described by \"requestBody\"."
            default:
                Spelling.nearest(to: location, in: ParameterLocation.allCases.map(\.rawValue))
                    .map { "Did you mean \"\($0)\"?" } ?? "It must be path, query, header or cookie."
            }
        report(
            .error, .unknownValue, "A parameter cannot be in \"\(location)\".", hint: hint,
            at: parameter["in"] ?? parameter)
    }

    private mutating func pathStyle(_ style: String?, _ explode: Bool, _ parameter: Element) -> PathStyle {
        checkStyle(style, among: ["simple", "label", "matrix"], "path", parameter)
        switch style {
        case "label": return .label(explode: explode)
        case "matrix": return .matrix(explode: explode)
        default: return .simple(explode: explode)
        }
    }

    mutating func queryStyle(_ style: String?, _ explode: Bool?, _ owner: Element) -> QueryStyle {
        switch style {
        case "spaceDelimited", "pipeDelimited":
            guard explode != true else {
                report(
                    .warning, .badStyle,
                    "The style \"\(style ?? "")\" has no meaning with \"explode: true\"; it is read as \"form\".",
                    hint: "Remove \"explode\", or write \"style: form\".", at: owner["explode"] ?? owner)
                return .form(explode: true)
            }
            return style == "spaceDelimited" ? .spaceDelimited : .pipeDelimited
        case "deepObject": return .deepObject
        default:
            checkStyle(style, among: ["form", "spaceDelimited", "pipeDelimited", "deepObject"], "query", owner)
            return .form(explode: explode ?? true)
        }
    }

    mutating func checkStyle(_ style: String?, among allowed: [String], _ location: String, _ owner: Element) {
        guard let style, !allowed.contains(style) else { return }
        report(
            .warning, .badStyle,
            "The style \"\(style)\" does not exist in a \(location); \"\(allowed[0])\" is taken instead.",
            hint: "Use \(alternatives(allowed.map { "\"\($0)\"" })).", at: owner["style"] ?? owner)
    }
}

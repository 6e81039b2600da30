import JSONCore
import JSONSchema

/// Parameters of Swagger 2.0, which are their own schemas, and say by `collectionFormat` how lists are written.
extension DescriptionReader {
    /// How the elements of a list stand beside each other (Swagger 2.0, "Parameter Object").
    enum CollectionFormat: String, CaseIterable {
        case csv, ssv, tsv, pipes, multi
    }

    /// Whether it describes a part of the body.
    func isSwaggerBody(_ parameter: Element) -> Bool {
        guard isSwagger, let location = parameter["in"]?.json.string else { return false }
        return location == "body" || location == "formData"
    }

    mutating func swaggerPlacement(_ location: String, of parameter: Element) -> ParameterPlacement? {
        let format = collectionFormat(of: parameter, location)
        switch location {
        case "path":
            return .path(Self.delimiter(format).map { .delimited($0) } ?? .simple(explode: false))
        case "query": return .query(Self.queryStyle(format))
        case "header": return .header(Self.headerStyle(format))
        default:
            reportUnknownLocation(location, parameter)
            return nil
        }
    }

    /// Of a header of a response.
    mutating func swaggerHeaderStyle(of header: Element) -> HeaderStyle {
        Self.headerStyle(collectionFormat(of: header, "header"))
    }

    private static func headerStyle(_ format: CollectionFormat) -> HeaderStyle {
        delimiter(format).map { .delimited($0) } ?? .simple(explode: false)
    }

    mutating func collectionFormat(of parameter: Element, _ location: String) -> CollectionFormat {
        guard let text = text("collectionFormat", of: parameter) else { return .csv }
        let allowed = CollectionFormat.allCases.filter {
            $0 != .multi || location == "query" || location == "formData"
        }
        if let format = CollectionFormat(rawValue: text), allowed.contains(format) { return format }
        let names = alternatives(allowed.map { "\"\($0.rawValue)\"" })
        report(
            .warning, .badStyle,
            "The collection format \"\(text)\" does not exist in \"\(location)\"; \"csv\" is taken instead.",
            hint: "Use \(names).", at: parameter["collectionFormat"] ?? parameter)
        return .csv
    }

    static func queryStyle(_ format: CollectionFormat) -> QueryStyle {
        switch format {
        case .csv: .form(explode: false)
        case .ssv: .spaceDelimited
        case .tsv: .tabDelimited
        case .pipes: .pipeDelimited
        case .multi: .form(explode: true)
        }
    }

    private static func delimiter(_ format: CollectionFormat) -> ListDelimiter? {
        switch format {
        case .csv, .multi: nil
        case .ssv: .space
        case .tsv: .tab
        case .pipes: .pipe
        }
    }

    mutating func swaggerValue(_ name: String, _ element: Element) -> ParameterValue {
        if element["schema"] != nil, element["type"] == nil {
            report(
                .warning, .unknownField,
                "The parameter \"\(name)\" has a \"schema\", as in OpenAPI 3; it is understood.",
                hint: "In Swagger 2.0 the type stands beside \"in\".", at: element["schema"] ?? element)
            return readSchema(element["schema"]).map { .schema($0) } ?? .untyped
        }
        checkFields(of: element, .parameter)
        guard element["type"] != nil else {
            report(
                .warning, .untypedParameter, "The parameter \"\(name)\" has no \"type\", so any text will do.",
                at: element)
            return .untyped
        }
        return readSchema(element).map { .schema($0) } ?? .untyped
    }
}

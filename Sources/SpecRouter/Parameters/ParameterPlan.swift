import JSONCore
import OpenAPIModel

/// One parameter with everything decided that the description decides.
///
/// A class: decoding hands it on by one reference, where a copy would count as many as it has parts.
final class ParameterPlan: Sendable {
    let name: String
    let placement: ParameterPlacement
    let isRequired: Bool
    let allowEmptyValue: Bool
    /// The schema that a decoded value has to meet; nil when any will do.
    let schemaPlace: Place?
    /// Where the parameter is declared.
    let place: Place
    /// Given to the node when the parameter is absent. Nobody checks it against the schema.
    let defaultValue: JSON?
    let form: ParameterForm
    /// In the decoder's coercion plan.
    let node: Int

    init(
        name: String, placement: ParameterPlacement, isRequired: Bool, allowEmptyValue: Bool, schemaPlace: Place?,
        place: Place, defaultValue: JSON?, form: ParameterForm, node: Int
    ) {
        self.name = name
        self.placement = placement
        self.isRequired = isRequired
        self.allowEmptyValue = allowEmptyValue
        self.schemaPlace = schemaPlace
        self.place = place
        self.defaultValue = defaultValue
        self.form = form
        self.node = node
    }
}

/// How a parameter is written, whatever its location.
enum ParameterForm: Sendable {
    /// In one text.
    case delimited(DelimitedStyle)
    case label(LabelStyle)
    case matrix(MatrixStyle)
    case content(ContentForm, TextCoding)
    /// In pairs, which the decoder's plan for them describes.
    case pairs(PairPlan.Form)
    /// The whole query.
    case query(URLEncodedBody)
}

extension ParameterForm {
    init(_ parameter: Parameter, _ shapes: SchemaShapes) {
        if case .content(let mediaType, let schema) = parameter.value {
            self = Self.content(mediaType, schema, parameter.placement, shapes)
            return
        }
        switch parameter.placement {
        case .path(.simple(let explode)): self = .delimited(SimpleStyle.path(explode: explode))
        case .path(.label(let explode)): self = .label(LabelStyle(explode: explode))
        case .path(.matrix(let explode)): self = .matrix(MatrixStyle(name: parameter.name, explode: explode))
        case .path(.delimited(let delimiter)): self = .delimited(SimpleStyle.path(Delimiter(delimiter)))
        case .query(let style): self = .pairs(PairPlan.Form(style))
        case .querystring: self = .content(.text, .percent)
        case .header(.simple(let explode)): self = .delimited(SimpleStyle.header(explode: explode))
        case .header(.delimited(let delimiter)): self = .delimited(SimpleStyle.header(Delimiter(delimiter)))
        case .cookie(let style): self = .pairs(PairPlan.Form(style))
        }
    }

    private static func content(
        _ mediaType: String, _ schema: Place?, _ placement: ParameterPlacement, _ shapes: SchemaShapes
    ) -> ParameterForm {
        let form = ContentForm(mediaType, schema, shapes)
        switch placement {
        case .path: return .content(form, .percent)
        case .header: return .content(form, .plain)
        case .query, .cookie: return .pairs(.content(form))
        case .querystring:
            guard case .urlEncoded(let form) = form else { return .content(form, .percent) }
            return .query(form)
        }
    }
}

/// How a document that is a parameter's value is read.
enum ContentForm: Sendable {
    case json
    case urlEncoded(URLEncodedBody)
    /// Of any other media type: the text itself.
    case text

    init(_ mediaType: String, _ schema: Place?, _ shapes: SchemaShapes) {
        let range = MediaRange(mediaType)
        if range?.isJSON == true {
            self = .json
        } else if range?.matches("application", "x-www-form-urlencoded") == true {
            self = .urlEncoded(URLEncodedBody(schema: schema, encodings: [], shapes))
        } else {
            self = .text
        }
    }
}

extension PairPlan.Form {
    init(_ style: QueryStyle) {
        func delimited(_ delimiter: Delimiter) -> Self {
            .delimited(DelimitedStyle(delimiter: delimiter, members: .alternating, coding: .form))
        }
        switch style {
        case .form(explode: true): self = .exploded
        case .form(explode: false): self = delimited(.comma)
        case .spaceDelimited: self = delimited(.space)
        case .pipeDelimited: self = delimited(.pipe)
        case .tabDelimited: self = delimited(.tab)
        case .deepObject: self = .deepObject
        }
    }

    /// Cookies have no pairs of the RFC 6570 kind: exploded, each element or property is a cookie of its own.
    init(_ style: CookieStyle) {
        switch style {
        case .form(explode: true), .cookie(explode: true): self = .exploded
        case .form(explode: false):
            self = .delimited(DelimitedStyle(delimiter: .comma, members: .alternating, coding: .percent))
        case .cookie(explode: false):
            self = .delimited(DelimitedStyle(delimiter: .comma, members: .alternating, coding: .plain))
        }
    }
}

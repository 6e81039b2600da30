/// A parameter of an operation.
public struct Parameter: Sendable {
    /// An opaque text, compared byte for byte; for headers, without regard to case.
    public let name: String
    public let placement: ParameterPlacement
    /// Always true in a path.
    public let isRequired: Bool
    public let value: ParameterValue
    public let allowEmptyValue: Bool
    public let place: Place
}

/// How a parameter's text is to be understood.
public enum ParameterValue: Sendable, Hashable {
    /// By the placement's style. Of a parameter of Swagger 2.0, or in its shape (`type` beside `in`), the place is
    /// the parameter object itself.
    case schema(Place)
    /// As a document of a media type.
    case content(mediaType: String, schema: Place?)
    /// Neither was given: any text.
    case untyped

    /// Of the value, or of what the document of a media type holds.
    public var schema: Place? {
        switch self {
        case .schema(let place): place
        case .content(_, let schema): schema
        case .untyped: nil
        }
    }
}

public enum ParameterLocation: String, Sendable, Hashable, CaseIterable {
    case path, query, header, cookie
}

/// Where a parameter travels and how a value that is no plain text is written there.
public enum ParameterPlacement: Sendable, Hashable {
    case path(PathStyle)
    case query(QueryStyle)
    /// The whole query as one value (OpenAPI 3.2).
    case querystring
    case header(HeaderStyle)
    case cookie(CookieStyle)

    public var location: ParameterLocation {
        switch self {
        case .path: .path
        case .query, .querystring: .query
        case .header: .header
        case .cookie: .cookie
        }
    }
}

public enum PathStyle: Sendable, Hashable {
    case simple(explode: Bool)
    case label(explode: Bool)
    case matrix(explode: Bool)
    /// Swagger 2.0.
    case delimited(ListDelimiter)
}

public enum HeaderStyle: Sendable, Hashable {
    case simple(explode: Bool)
    /// Swagger 2.0.
    case delimited(ListDelimiter)
}

/// What stands between the elements of a list, where Swagger 2.0 has it otherwise than by comma.
public enum ListDelimiter: Sendable, Hashable {
    case space, tab, pipe
}

public enum QueryStyle: Sendable, Hashable {
    case form(explode: Bool)
    case spaceDelimited
    case pipeDelimited
    /// Swagger 2.0.
    case tabDelimited
    case deepObject
}

public enum CookieStyle: Sendable, Hashable {
    case form(explode: Bool)
    /// OpenAPI 3.2: like `form`, but as cookies are written: without percent-encoding.
    case cookie(explode: Bool)
}

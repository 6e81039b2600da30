/// What an operation takes as its body.
public struct RequestBody: Sendable {
    public let isRequired: Bool
    /// In the order of the document.
    public let content: [MediaTypeContent]
    public let place: Place
}

/// What a body of one media type, or range of media types, looks like.
public struct MediaTypeContent: Sendable {
    /// The key, as written: `"application/json"`, `"text/*"`, `"application/json;stream=watch"`.
    public let range: String
    public let schema: Place?
    /// Of each item of a sequential media type (OpenAPI 3.2).
    public let itemSchema: Place?
    public let encodings: Encodings
    /// The values; a single `example` has the empty name.
    public let examples: [(name: String, value: Place)]
    public let place: Place

    init(
        range: String, schema: Place?, itemSchema: Place? = nil, encodings: Encodings = .none,
        examples: [(name: String, value: Place)] = [], place: Place
    ) {
        self.range = range
        self.schema = schema
        self.itemSchema = itemSchema
        self.encodings = encodings
        self.examples = examples
        self.place = place
    }

    /// The same under another key.
    func with(range: String) -> MediaTypeContent {
        MediaTypeContent(
            range: range, schema: schema, itemSchema: itemSchema, encodings: encodings, examples: examples,
            place: place)
    }
}

/// How the parts of a form or of a multipart body are written: by name, or by position (OpenAPI 3.2).
public struct Encodings: Sendable {
    /// By property of a form.
    public let named: [(name: String, encoding: Encoding)]
    /// Of the first parts, in their order.
    public let prefix: [Encoding]
    /// Of every part after those.
    public let item: Encoding?

    static let none = Encodings(named: [], prefix: [], item: nil)
}

/// How one part of a form or of a multipart body is written.
public struct Encoding: Sendable {
    public let contentType: String?
    /// Nil when none of `style`, `explode` and `allowReserved` is given: then the content type decides.
    public let style: QueryStyle?
    /// Of the part of a multipart body; `Content-Type` is left out.
    public let headers: [(name: String, header: Header)]
    /// Of the parts of a part that is a multipart body itself (OpenAPI 3.2).
    public var nested: Encodings { children.first ?? .none }
    public let place: Place
    /// At most one; a list, as a value cannot hold one of its own kind otherwise.
    private let children: [Encodings]

    init(
        contentType: String? = nil, style: QueryStyle?, headers: [(name: String, header: Header)] = [],
        nested: Encodings? = nil, place: Place
    ) {
        self.contentType = contentType
        self.style = style
        self.headers = headers
        children = nested.map { [$0] } ?? []
        self.place = place
    }
}

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
    /// By property of a form.
    public let encoding: [(name: String, encoding: Encoding)]
    /// The values; a single `example` has the empty name.
    public let examples: [(name: String, value: Place)]
    public let place: Place
}

/// How one property of a form is written.
public struct Encoding: Sendable {
    public let contentType: String?
    /// Nil when none of `style`, `explode` and `allowReserved` is given: then the content type decides.
    public let style: QueryStyle?
    public let place: Place
}

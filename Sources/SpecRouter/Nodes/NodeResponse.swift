public import HTTPTypes
package import JSONCore

/// What a node answers. It is checked against the description before it leaves.
public struct NodeResponse: Sendable {
    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// A value on the tape, which the response check reads as it is, and its text.
        case json(JSON, [UInt8])
        case stream(ResponseStream)
        case items(ItemSource)
    }

    public var status: HTTPResponse.Status
    public var headerFields: HTTPFields
    /// The media type, with parameters; sent as `Content-Type`.
    public var contentType: String?
    package var body: Body

    package init(status: HTTPResponse.Status, headerFields: HTTPFields, contentType: String?, body: Body) {
        self.status = status
        self.headerFields = headerFields
        self.contentType = contentType
        self.body = body
    }

    package init(status: HTTPResponse.Status, headerFields: HTTPFields, contentType: String?, json: JSON) {
        self.init(
            status: status, headerFields: headerFields, contentType: contentType,
            body: .json(json, json.serializedBytes()))
    }

    /// An answer without a body.
    public init(status: HTTPResponse.Status, headerFields: HTTPFields = [:]) {
        self.init(status: status, headerFields: headerFields, contentType: nil, body: .none)
    }

    public static func bytes(
        _ bytes: [UInt8], contentType: String, status: HTTPResponse.Status = .ok, headerFields: HTTPFields = [:]
    ) -> NodeResponse {
        NodeResponse(status: status, headerFields: headerFields, contentType: contentType, body: .bytes(bytes))
    }

    public static func text(
        _ text: String, status: HTTPResponse.Status = .ok, headerFields: HTTPFields = [:]
    ) -> NodeResponse {
        .bytes(Array(text.utf8), contentType: "text/plain; charset=utf-8", status: status, headerFields: headerFields)
    }

    /// Encodes `value` as JSON. Dates are written as RFC 3339 text, UUIDs as text, `Data` as base64.
    public static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headerFields: HTTPFields = [:],
        contentType: String = "application/json"
    ) throws -> NodeResponse {
        let (json, text) = try JSONCoding.encode(value)
        return NodeResponse(
            status: status, headerFields: headerFields, contentType: contentType, body: .json(json, text))
    }
}

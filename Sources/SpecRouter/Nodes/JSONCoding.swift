import Foundation
import JSONCore

/// `Codable` over the tape: what the check parsed is not parsed again, and what is encoded is checked as it stands.
///
/// Dates are text by RFC 3339, UUIDs and URLs text, `Data` base64.
enum JSONCoding {
    private static let decoder = TapeDecoder(special: special)
    private static let encoder = TapeEncoder(special: special)

    static let null: JSON = {
        var builder = TapeBuilder()
        builder.null()
        return builder.finish()
    }()

    static func string(_ text: String) -> JSON {
        var builder = TapeBuilder()
        builder.string(text)
        return builder.finish()
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from json: JSON) throws -> Value {
        try decoder.decode(type, from: json)
    }

    static func encode<Value: Encodable>(_ value: Value) throws -> JSON {
        try encoder.encode(value)
    }

    /// Nil for types that decode themselves, and for text that is none of theirs.
    @Sendable
    private static func special(_ type: any Decodable.Type, _ json: JSON) throws -> (any Sendable)? {
        guard type == Date.self || type == UUID.self || type == Data.self || type == URL.self else { return nil }
        guard let text = json.string else { return nil }
        if type == Date.self { return try date(text) }
        if type == UUID.self { return UUID(uuidString: text) }
        if type == Data.self { return Data(base64Encoded: text) }
        return URL(string: text)
    }

    private static func date(_ text: String) throws -> Date {
        let plain = Date.ISO8601FormatStyle()
        if let date = try? plain.parse(text) { return date }
        return try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
    }

    @Sendable
    private static func special(_ value: any Encodable) throws -> JSON? {
        switch value {
        case let date as Date: string(date.formatted(.iso8601))
        case let uuid as UUID: string(uuid.uuidString.lowercased())
        case let data as Data: string(data.base64EncodedString())
        case let url as URL: string(url.absoluteString)
        default: nil
        }
    }
}

package import JSONCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `Codable` over the tape: what the check parsed is not parsed again, and what is encoded is checked as it stands.
///
/// Dates are text by RFC 3339, UUIDs and URLs text, `Data` base64.
package enum JSONCoding {
    private static let decoder = TapeDecoder(
        special: .init([Date.self, UUID.self, Data.self, URL.self], decode: special))
    private static let encoder = TapeEncoder(
        special: .init([Date.self, UUID.self, Data.self, URL.self], encode: text))

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

    package static func decode<Value: Decodable>(_ type: Value.Type, from json: JSON) throws -> Value {
        try decoder.decode(type, from: json)
    }

    /// The value on the tape, and its text.
    static func encode<Value: Encodable>(_ value: Value) throws -> (json: JSON, text: [UInt8]) {
        try encoder.encode(value)
    }

    /// Nil for what is no text: the types themselves say what is wrong then.
    @Sendable
    private static func special(
        _ type: any Decodable.Type, _ json: JSON
    ) throws(TapeDecoder.Refusal) -> (any Sendable)? {
        guard json.kind == .string else { return nil }
        if type == Date.self {
            return try json.withText { text throws(TapeDecoder.Refusal) in
                try wanted(InternetTimestamp.date(text), "a date and time by RFC 3339")
            }
        }
        if type == UUID.self {
            return try json.withText { text throws(TapeDecoder.Refusal) in try wanted(UUID(text), "a UUID") }
        }
        if type == Data.self { return try wanted(json.string.flatMap { Data(base64Encoded: $0) }, "text in base64") }
        return try wanted(json.string.flatMap { URL(string: $0) }, "a URL")
    }

    private static func wanted<Value>(_ value: Value?, _ description: String) throws(TapeDecoder.Refusal) -> Value {
        guard let value else { throw TapeDecoder.Refusal("Expected was \(description).") }
        return value
    }

    @Sendable
    private static func text(_ value: any Encodable) -> any Encodable {
        switch value {
        case let date as Date: InternetTimestamp.text(date) ?? date.formatted(.iso8601)
        case let uuid as UUID: uuid.lowercasedText
        case let data as Data: data.base64EncodedString()
        case let url as URL: url.absoluteString
        default: value
        }
    }
}

package import JSONCore

/// A value of `format` that can be asserted: those of JSON Schema and of the OpenAPI format registry.
///
/// Adding one takes a function in its family's file and a row in the table.
package struct Format: Sendable {
    package let name: String
    /// Judges strings, as UTF-8. Nil when every string passes.
    package let text: (@Sendable (Span<UInt8>) -> Bool)?
    /// Judges numbers. Nil when every number passes.
    package let number: (@Sendable (JSONNumber) -> Bool)?
    /// A value that has it. Nil when every value has.
    package let example: String?
    /// What is said of a value that has it not.
    let wish: String

    private init(
        name: String, text: (@Sendable (Span<UInt8>) -> Bool)?, number: (@Sendable (JSONNumber) -> Bool)?,
        example: String?, hint: String
    ) {
        self.name = name
        self.text = text
        self.number = number
        self.example = example
        wish = Self.wish(name) + hint
    }

    static func wish(_ name: String) -> String { "must be in the format \"\(name)\"" }

    /// Nil for a name that is in neither list.
    package static func named(_ name: String) -> Format? {
        table[name]
    }

    private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    package static let all: [Format] = [
        .text("date", as: "2025-01-01", DateFormats.isDate),
        .text("date-time", as: "2025-01-01T00:00:00Z", DateFormats.isDateTime),
        .text("date-time-local", as: "2025-01-01T00:00:00", DateFormats.isLocalDateTime),
        .text("duration", as: "P1D", DurationFormat.isDuration),
        .text("http-date", as: "Wed, 01 Jan 2025 00:00:00 GMT", HTTPDateFormat.isHTTPDate),
        .text("time", as: "00:00:00Z", DateFormats.isTime),
        .text("time-local", as: "00:00:00", DateFormats.isLocalTime),

        .text("email", as: "user1@example.com", EmailFormats.isEmail),
        .text("hostname", as: "host1.example.com", HostnameFormat.isHostname),
        .text("idn-email", as: "user1@example.com", EmailFormats.isInternationalEmail),
        .text("idn-hostname", as: "host1.example.com", InternationalHostnameFormat.isHostname),
        .text("ipv4", as: "192.0.2.1", AddressFormats.isIPv4),
        .text("ipv6", as: "2001:db8::1", AddressFormats.isIPv6),
        .text("iri", as: "https://example.com/1", URIFormats.isIRI),
        .text("iri-reference", as: "/1", URIFormats.isIRIReference),
        .text("media-range", as: "text/plain", MediaRangeFormat.isMediaRange),
        .text("uri", as: "https://example.com/1", URIFormats.isURI),
        .text("uri-reference", as: "/1", URIFormats.isURIReference),
        .text("uri-template", as: "https://example.com/{id}", URITemplateFormat.isTemplate),

        .text("json-pointer", as: "/1", PointerFormats.isPointer),
        .text("regex", as: "^1$", RegexFormat.isRegex),
        .text("relative-json-pointer", as: "1", PointerFormats.isRelativePointer),
        .text("uuid", as: "00000000-0000-4000-8000-000000000001", UUIDFormat.isUUID),

        .integer("int8", Int8.self),
        .integer("int16", Int16.self),
        .integer("int32", Int32.self),
        .spelledInteger("int64", Int64.self),
        .integer("uint8", UInt8.self),
        .integer("uint16", UInt16.self),
        .integer("uint32", UInt32.self),
        .spelledInteger("uint64", UInt64.self),
        .both("decimal", as: "1.0", DecimalFormats.isDecimal, DecimalFormats.isDecimal),
        .both("decimal128", as: "1.0", DecimalFormats.isDecimal128, DecimalFormats.isDecimal128),
        .number("double", as: "1.5", NumberFormats.isDouble),
        .number("double-int", as: "1", NumberFormats.isDoubleInteger),
        .number("float", as: "1.5", NumberFormats.isFloat),

        .text("base64url", as: "c3RyaW5n", EncodingFormats.isBase64URL),
        .text("byte", as: "c3RyaW5n", EncodingFormats.isBase64),
        .text("char", as: "1", EncodingFormats.isCharacter),
        .text("sf-binary", as: ":c3RyaW5n:", StructuredFieldFormats.isBinary),
        .text("sf-boolean", as: "?1", StructuredFieldFormats.isBoolean),
        .number("sf-decimal", as: "1.5", StructuredFieldFormats.isDecimal),
        .number("sf-integer", as: "1", StructuredFieldFormats.isInteger),
        .text("sf-string", as: "\"1\"", StructuredFieldFormats.isString),
        .text("sf-token", as: "text", StructuredFieldFormats.isToken),

        .anything("binary"),
        .anything("commonmark"),
        .anything("html"),
        .anything("password"),
    ]

    private static func text(
        _ name: String, as example: String, _ test: @escaping @Sendable (Span<UInt8>) -> Bool
    ) -> Format {
        Format(name: name, text: test, number: nil, example: example, hint: ", as \(example) is")
    }

    private static func number(
        _ name: String, as example: String, _ test: @escaping @Sendable (JSONNumber) -> Bool
    ) -> Format {
        Format(name: name, text: nil, number: test, example: example, hint: ", as \(example) is")
    }

    /// For formats that the registry gives to both types.
    private static func both(
        _ name: String, as example: String, _ text: @escaping @Sendable (Span<UInt8>) -> Bool,
        _ number: @escaping @Sendable (JSONNumber) -> Bool
    ) -> Format {
        Format(name: name, text: text, number: number, example: example, hint: ", as \(example) is")
    }

    private static func integer<Value: FixedWidthInteger & SendableMetatype>(
        _ name: String, _: Value.Type
    ) -> Format {
        Format(
            name: name, text: nil, number: NumberFormats.fits(Value.self), example: "1",
            hint: ": an integer from \(Value.min) to \(Value.max)")
    }

    /// Also for strings, which clients take where their numbers are doubles.
    private static func spelledInteger<Value: FixedWidthInteger & SendableMetatype>(
        _ name: String, _: Value.Type
    ) -> Format {
        Format(
            name: name, text: NumberFormats.spells(Value.self), number: NumberFormats.fits(Value.self), example: "1",
            hint: ": an integer from \(Value.min) to \(Value.max)")
    }

    private static func anything(_ name: String) -> Format {
        Format(name: name, text: nil, number: nil, example: nil, hint: "")
    }
}

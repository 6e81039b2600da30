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

    /// Nil for a name that is in neither list.
    package static func named(_ name: String) -> Format? {
        table[name]
    }

    private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    package static let all: [Format] = [
        .text("date", DateFormats.isDate),
        .text("date-time", DateFormats.isDateTime),
        .text("date-time-local", DateFormats.isLocalDateTime),
        .text("duration", DurationFormat.isDuration),
        .text("http-date", HTTPDateFormat.isHTTPDate),
        .text("time", DateFormats.isTime),
        .text("time-local", DateFormats.isLocalTime),

        .text("email", EmailFormats.isEmail),
        .text("hostname", HostnameFormat.isHostname),
        .text("idn-email", EmailFormats.isInternationalEmail),
        .text("idn-hostname", InternationalHostnameFormat.isHostname),
        .text("ipv4", AddressFormats.isIPv4),
        .text("ipv6", AddressFormats.isIPv6),
        .text("iri", URIFormats.isIRI),
        .text("iri-reference", URIFormats.isIRIReference),
        .text("media-range", MediaRangeFormat.isMediaRange),
        .text("uri", URIFormats.isURI),
        .text("uri-reference", URIFormats.isURIReference),
        .text("uri-template", URITemplateFormat.isTemplate),

        .text("json-pointer", PointerFormats.isPointer),
        .text("regex", RegexFormat.isRegex),
        .text("relative-json-pointer", PointerFormats.isRelativePointer),
        .text("uuid", UUIDFormat.isUUID),

        .number("int8", NumberFormats.fits(Int8.self)),
        .number("int16", NumberFormats.fits(Int16.self)),
        .number("int32", NumberFormats.fits(Int32.self)),
        .both("int64", NumberFormats.spells(Int64.self), NumberFormats.fits(Int64.self)),
        .number("uint8", NumberFormats.fits(UInt8.self)),
        .number("uint16", NumberFormats.fits(UInt16.self)),
        .number("uint32", NumberFormats.fits(UInt32.self)),
        .both("uint64", NumberFormats.spells(UInt64.self), NumberFormats.fits(UInt64.self)),
        .both("decimal", DecimalFormats.isDecimal, DecimalFormats.isDecimal),
        .both("decimal128", DecimalFormats.isDecimal128, DecimalFormats.isDecimal128),
        .number("double", NumberFormats.isDouble),
        .number("double-int", NumberFormats.isDoubleInteger),
        .number("float", NumberFormats.isFloat),

        .text("base64url", EncodingFormats.isBase64URL),
        .text("byte", EncodingFormats.isBase64),
        .text("char", EncodingFormats.isCharacter),
        .text("sf-binary", StructuredFieldFormats.isBinary),
        .text("sf-boolean", StructuredFieldFormats.isBoolean),
        .number("sf-decimal", StructuredFieldFormats.isDecimal),
        .number("sf-integer", StructuredFieldFormats.isInteger),
        .text("sf-string", StructuredFieldFormats.isString),
        .text("sf-token", StructuredFieldFormats.isToken),

        .anything("binary"),
        .anything("commonmark"),
        .anything("html"),
        .anything("password"),
    ]

    private static func text(_ name: String, _ test: @escaping @Sendable (Span<UInt8>) -> Bool) -> Format {
        Format(name: name, text: test, number: nil)
    }

    private static func number(_ name: String, _ test: @escaping @Sendable (JSONNumber) -> Bool) -> Format {
        Format(name: name, text: nil, number: test)
    }

    /// For formats that the registry gives to both types.
    private static func both(
        _ name: String, _ text: @escaping @Sendable (Span<UInt8>) -> Bool,
        _ number: @escaping @Sendable (JSONNumber) -> Bool
    ) -> Format {
        Format(name: name, text: text, number: number)
    }

    private static func anything(_ name: String) -> Format {
        Format(name: name, text: nil, number: nil)
    }
}

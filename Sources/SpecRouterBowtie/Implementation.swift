import JSONCore
import JSONSchema

/// What the harness says of itself.
enum Implementation {
    /// The answer to `start`.
    static let introduction: [UInt8] = {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("version")
        writer.int(1)
        writer.key("implementation")
        writer.beginObject()
        for (key, text) in texts {
            writer.key(key)
            writer.string(text)
        }
        writer.key("dialects")
        writer.beginArray()
        for dialect in dialects {
            writer.string(dialect)
        }
        writer.endArray()
        writer.endObject()
        writer.endObject()
        return writer.finish()
    }()

    private static let texts = [
        ("name", "specrouter"), ("version", SpecRouterVersion.current), ("language", "swift"),
        ("language_version", languageVersion), ("os", system),
        ("homepage", "urn:specrouter"), ("issues", "urn:specrouter:issues"), ("source", "urn:specrouter:source"),
    ]

    /// Every built-in dialect, the newest first as Bowtie expects, and OpenAPI 3.2's under both names it goes by.
    private static let dialects: [String] =
        SchemaDialect.allCases.reversed().map(\.uri) + ["https://spec.openapis.org/oas/3.2/dialect/base"]

    private static let languageVersion: String = {
        #if compiler(>=6.4)
        "6.4 or later"
        #elseif compiler(>=6.3)
        "6.3"
        #else
        "6.2"
        #endif
    }()

    private static let system: String = {
        #if os(macOS)
        "Darwin"
        #else
        "Linux"
        #endif
    }()
}

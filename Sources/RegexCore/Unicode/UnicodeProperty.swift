/// What `\p{...}` may name, ECMA-262 section 22.2.2.9 and its tables of properties and values.
package enum UnicodeProperty {
    /// `text` is what stands between the braces. nil when ECMA-262 knows no such property.
    static func named(_ text: String) -> NamedScalars? {
        guard let equals = text.firstIndex(of: "=") else { return lone(text) }
        let value = String(text[text.index(after: equals)...])
        return switch text[..<equals] {
        case "General_Category", "gc": first(in: NamedScalars.generalCategories, value)
        case "Script", "sc": first(in: NamedScalars.scripts, value)
        case "Script_Extensions", "scx":
            first(in: NamedScalars.scriptExtensions, value) ?? first(in: NamedScalars.scripts, value)
        default: nil
        }
    }

    /// The code points of a script by one of its names. Empty when there is none of the name.
    package static func script(_ name: String) -> ScalarSet {
        first(in: NamedScalars.scripts, name)?.scalars ?? ScalarSet()
    }

    /// Why `text` is no property, and what may have been meant.
    static func reasonForRefusing(_ text: String) -> String {
        if text.isEmpty { return "\"\\p{}\" names no property. Write one between the braces, as in \"\\p{L}\"." }
        if first(in: NamedScalars.scripts, text) != nil {
            return "\"\(text)\" is a script. Write \"\\p{Script=\(text)}\"."
        }
        if isOfStrings(text) {
            return "\"\(text)\" is a property of strings, which needs the flag \"v\". Write \"\\p{Emoji}\" or such."
        }
        if let near = nearlyNamed(text) { return "ECMA-262 has no property \"\(text)\". Write \"\(near)\"." }
        return "ECMA-262 has no property \"\(text)\". Names are spelled as in Unicode's tables, as in \"\\p{Lu}\"."
    }

    private static func lone(_ name: String) -> NamedScalars? {
        first(in: NamedScalars.generalCategories, name) ?? first(in: NamedScalars.binaryProperties, name)
    }

    private static func first(in table: [NamedScalars], _ name: String) -> NamedScalars? {
        table.first { $0.isNamed(name) }
    }

    private static func isOfStrings(_ name: String) -> Bool {
        name.hasPrefix("RGI_") || name == "Basic_Emoji" || name == "Emoji_Keycap_Sequence"
    }

    /// A lone property of this name but for case, `_`, `-` and spaces.
    private static func nearlyNamed(_ name: String) -> String? {
        let folded = NamedScalars.folded(name)
        let tables = [NamedScalars.generalCategories, NamedScalars.binaryProperties]
        for table in tables {
            if let name = table.lazy.compactMap({ $0.name(foldedTo: folded) }).first { return name }
        }
        return nil
    }
}

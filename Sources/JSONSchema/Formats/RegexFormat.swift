internal import JSONCore
internal import RegexCore

enum RegexFormat {
    /// ECMA-262 with the `u` flag, as JSON Schema 2020-12 recommends (core specification, section 6.4).
    static func isRegex(_ text: Span<UInt8>) -> Bool {
        ECMAPattern.isWellFormed(String(utf8: text), syntax: .unicode)
    }
}

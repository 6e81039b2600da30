#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The user name and password of HTTP basic authentication (RFC 7617, section 2).
struct BasicCredential: Sendable {
    /// `user:password`.
    let text: String
    private let colon: String.Index

    /// Decodes what follows `Basic `. Nil when it is not base64 of UTF-8 with a colon, or has control characters.
    init?(encoded: Substring) {
        guard let decoded = Data(base64Encoded: String(encoded)) else { return nil }
        guard let text = String(validating: decoded, as: UTF8.self) else { return nil }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        guard text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return nil }
        self.text = text
        self.colon = colon
    }

    var user: String { String(text[..<colon]) }
    var password: String { String(text[text.utf8.index(after: colon)...]) }
}

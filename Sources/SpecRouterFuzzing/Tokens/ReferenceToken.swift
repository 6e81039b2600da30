import Foundation
import JSONCore

/// Looks at tokens slowly: each rule of RFC 7515 and RFC 7519 as it is written there.
enum ReferenceToken {
    private static let options = JSONParser.Options(maximumDepth: 32)

    static func isSigned(_ token: String) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let algorithm = object(parts[0])?["alg"]?.string else { return false }
        guard let signature = octets(parts[2]) else { return false }
        return TokenGrammar.code(of: "\(parts[0]).\(parts[1])", algorithm) == signature
    }

    /// Whether header and claims allow to take a token that is signed.
    static func isAcceptable(_ token: String) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let header = object(parts[0]), let claims = object(parts[1]) else { return false }
        guard header["crit"] == nil, header["kid"] == nil || header["kid"]?.kind == .string else { return false }
        let audiences = claims["aud"].map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? []
        return claims["iss"]?.string == "i" && audiences.contains("a") && isInTime(claims)
    }

    /// Clocks may differ by 30 seconds.
    private static func isInTime(_ claims: JSON) -> Bool {
        let now = TokenGrammar.now.timeIntervalSince1970
        guard let end = claims["exp"]?.double, end.isFinite, now < end + 30 else { return false }
        guard let start = claims["nbf"] else { return true }
        return start.double.map { $0.isFinite && $0 <= now + 30 } ?? false
    }

    private static func object(_ part: String) -> JSON? {
        guard let octets = octets(part), let json = try? JSON(parsing: octets, options: options), json.kind == .object
        else { return nil }
        return json
    }

    /// Nil for what no encoder writes.
    private static func octets(_ part: String) -> [UInt8]? {
        let text = part.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let octets = Data(base64Encoded: text + padding) else { return nil }
        return TokenGrammar.encoded(Array(octets)) == part ? Array(octets) : nil
    }
}

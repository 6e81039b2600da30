import FoundationEssentials
import SpecRouter

/// How an authorization server is asked about a token (RFC 7662, section 2.1).
struct TokenQuestion: Sendable {
    struct Refused: Error {}

    let address: WebAddress
    /// Who asks (RFC 6749, section 2.3.1).
    let client: String
    let secret: Secret
    var post = Fetcher.posting

    /// The answer's body.
    func answer(about token: Secret) async throws -> [UInt8] {
        let name = "\(Self.encoded(client)):\(Self.encoded(secret.revealed))"
        let fields: [HeaderField] = [
            ("Authorization", "Basic \(Data(name.utf8).base64EncodedString())"),
            ("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json"),
            ("User-Agent", "specrouter"),
        ]
        var limits = FetchLimits()
        limits.maximumBytes = 1 << 20
        limits.timeout = .seconds(10)
        let form = "token=\(Self.encoded(token.revealed))&token_type_hint=access_token"
        let hop = try await post(address.text, fields, Array(form.utf8), limits)
        guard hop.status == 200 else { throw Refused() }
        return hop.body
    }

    /// As a form's value: what is no letter, digit, `-`, `.`, `_` or `~` is escaped.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

import Crypto
import Foundation

/// Tokens with good and bad headers, claims and signatures.
enum TokenGrammar {
    /// What `ReferenceToken` and the verifier know.
    static let secret = String(repeating: "0123456789abcdef", count: 4)
    static let now = Date(timeIntervalSince1970: 1_000_000)

    static let pieces = [
        ".", "..", "=", "-", "_", "A", "\"", "{}", "{\"alg\":\"HS256\"}", "{\"alg\":\"none\"}", "\"crit\":[]",
        "\"kid\":1",
        "\"iss\":\"i\"", "\"aud\":\"a\"", "\"exp\":1000060", "eyJhbGciOiJub25lIn0", "eyJhbGciOiJIUzI1NiJ9", "e30",
    ]

    private static let headers = [
        #"{"alg":"HS256"}"#, #"{"alg":"HS384","kid":"k"}"#, #"{"alg":"HS512","typ":"JWT"}"#, #"{"alg":"none"}"#,
        #"{"alg":"hs256"}"#, #"{"alg":"RS256"}"#, #"{"alg":"HS256","crit":["exp"]}"#, #"{"alg":"HS256","kid":1}"#,
        #"{"alg":"HS256","alg":"none"}"#, "{}", "[]", "",
    ]

    private static let claims: [[String]] = [
        [#""iss":"i""#, #""iss":"j""#, #""iss":["i"]"#, #""iss":"i","iss":"i""#, ""],
        [#""aud":"a""#, #""aud":["b","a"]"#, #""aud":"b""#, #""aud":[]"#, #""aud":{"a":"a"}"#, ""],
        [
            #""exp":1000060"#, #""exp":999971"#, #""exp":999970"#, #""exp":999970.5"#, #""exp":"1000060""#,
            #""exp":1e999"#, #""exp":null"#, #""exp":-1"#, "",
        ],
        ["", #""nbf":1000030"#, #""nbf":1000031"#, #""nbf":"0""#, #""nbf":[]"#],
    ]

    /// Mostly signed by the secret; else by something else, or changed afterwards.
    static func token(using choices: inout Choices) -> [UInt8] {
        if choices.once(in: 4) { return Array(choices.rest()) }
        let members = claims.map { choices.once(in: 2) ? choices.pick($0) : $0[0] }.filter { !$0.isEmpty }
        let header = choices.once(in: 2) ? choices.pick(headers) : headers[choices.below(3)]
        let text = "\(encoded(Array(header.utf8))).\(encoded(Array("{\(members.joined(separator: ","))}".utf8)))"
        let algorithm = choices.pick(["HS256", "HS384", "HS512"])
        let signed = choices.once(in: 8) ? text + "A" : text
        let named = ["HS256", "HS384", "HS512"].first { header.contains($0) } ?? algorithm
        let signature = code(of: signed, choices.once(in: 8) ? algorithm : named) ?? []
        var token = Array("\(text).\(encoded(choices.once(in: 8) ? Array(choices.rest()) : signature))".utf8)
        if choices.once(in: 8) { token[choices.below(token.count)] = UInt8(choices.below(256)) }
        return token
    }

    /// Nil for an algorithm that does not sign with a secret.
    static func code(of text: String, _ algorithm: String) -> [UInt8]? {
        let (key, text) = (SymmetricKey(data: Array(secret.utf8)), Array(text.utf8))
        switch algorithm {
        case "HS256": return Array(HMAC<SHA256>.authenticationCode(for: text, using: key))
        case "HS384": return Array(HMAC<SHA384>.authenticationCode(for: text, using: key))
        case "HS512": return Array(HMAC<SHA512>.authenticationCode(for: text, using: key))
        default: return nil
        }
    }

    static func encoded(_ octets: [UInt8]) -> String {
        Data(octets).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

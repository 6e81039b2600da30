import JSONCore

/// A JSON Web Token in its compact form, taken apart (RFC 7515, section 7.1; RFC 7519). Nothing of it is believed yet.
struct SignedToken: Sendable {
    struct Header: Sendable {
        let algorithm: SignatureAlgorithm
        /// `kid`.
        let key: String?
        /// `typ`, without `application/` and in lower case.
        let type: String?
    }

    let header: Header
    /// An object.
    let claims: JSON
    let signature: [UInt8]
    private let text: [UInt8]
    private let signedCount: Int

    /// What the signature is of.
    var signed: ArraySlice<UInt8> { text[..<signedCount] }

    private static let options = JSONParser.Options(maximumDepth: 32)

    /// Nil for what is no signed token: three parts, each base64url, the first two of JSON objects without duplicate
    /// keys, an algorithm that is known, and nothing critical that is not understood.
    init?(_ token: Substring) {
        let text = Array(token.utf8)
        let dots = text.indices.filter { text[$0] == UInt8(ascii: ".") }
        guard dots.count == 2 else { return nil }
        guard let header = Self.object(text[..<dots[0]]).flatMap(Header.init),
            let claims = Self.object(text[(dots[0] + 1)..<dots[1]]),
            let signature = Base64URL.octets(text[(dots[1] + 1)...]), !signature.isEmpty
        else { return nil }
        self.header = header
        self.claims = claims
        self.signature = signature
        self.text = text
        signedCount = dots[1]
    }

    private static func object(_ part: ArraySlice<UInt8>) -> JSON? {
        guard let bytes = Base64URL.octets(part), let json = try? JSON(parsing: bytes, options: options) else {
            return nil
        }
        return json.kind == .object ? json : nil
    }
}

extension SignedToken.Header {
    /// `crit` names extensions that must be understood, and none is (RFC 7515, section 4.1.11).
    fileprivate init?(_ json: JSON) {
        guard let algorithm = json["alg"]?.string.flatMap(SignatureAlgorithm.init(rawValue:)) else { return nil }
        guard json["crit"] == nil else { return nil }
        self.algorithm = algorithm
        key = json["kid"]?.string
        let type = json["typ"]?.string?.lowercased()
        self.type = type.map { $0.hasPrefix("application/") ? String($0.dropFirst(12)) : $0 }
        if json["kid"] != nil, key == nil { return nil }
    }
}

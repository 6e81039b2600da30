import SpecRouter

/// What holds for every text that is sent as a token: it is accepted when it was signed and says what it has to, and
/// only then.
enum TokenProperties {
    private static let verifier = TokenVerifier(
        .sharedSecret(Secret(TokenGrammar.secret)), TokenRules(issuer: .among(["i"]), audience: .among(["a"])))

    static func check(_ input: [UInt8]) throws(Finding) {
        var choices = Choices(input)
        let token = String(decoding: TokenGrammar.token(using: &choices), as: UTF8.self)
        let isSigned = ReferenceToken.isSigned(token)
        let isAcceptable = isSigned && ReferenceToken.isAcceptable(token)
        // The second time a token that was accepted is remembered.
        for _ in 0..<2 {
            let isAccepted = verifier.accepted(token[...]) { TokenGrammar.now } != nil
            try Finding.unless(isSigned || !isAccepted, "No token is accepted that was not signed", token)
            try Finding.unless(isAcceptable || !isAccepted, "No token is accepted against its claims", token)
            try Finding.unless(isAccepted || !isAcceptable, "A good token is accepted", token)
        }
    }
}

import FoundationEssentials
import JSONCore
import SpecRouter
import Testing

@testable import SpecGateway

/// The identity provider of `Tests/Integration/identity`: `with-realm` starts one and says where it is.
struct IdentityProvider: Sendable {
    let address: String

    static let shared = ProcessInfo.processInfo.environment["SPECROUTER_IDENTITY_PROVIDER"].map {
        IdentityProvider(address: $0)
    }

    /// A token of a client by its credentials, or of a user by theirs.
    func token(_ client: String, _ secret: String, user: (String, String)? = nil, scope: String) async throws -> String
    {
        var form = ["grant_type": user == nil ? "client_credentials" : "password", "scope": scope]
        if let user { (form["username"], form["password"]) = user }
        let credentials = Data("\(client):\(secret)".utf8).base64EncodedString()
        let answer = try await send("POST", "/token", form, authorization: "Basic \(credentials)")
        return try #require(try JSON(parsing: answer)["access_token"]?.string)
    }

    /// A token that differs from a good one as `kind` says.
    func forged(_ kind: String) async throws -> String { try await send("GET", "/forged/\(kind)") }

    func rotate() async throws { _ = try await send("POST", "/rotate") }

    func revoke(_ token: String) async throws { _ = try await send("POST", "/revoke", ["token": token]) }

    /// How often it was asked about a token.
    func questions() async throws -> Int { try #require(Int(try await send("GET", "/questions"))) }

    private func send(
        _ method: String, _ path: String, _ form: [String: String] = [:], authorization: String? = nil
    ) async throws -> String {
        var fields: [HeaderField] = [("Content-Type", "application/x-www-form-urlencoded")]
        if let authorization { fields.append(("Authorization", authorization)) }
        let body = form.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
        let url = address + path
        let answer =
            method == "GET"
            ? try await Fetcher.network(url, fields, FetchLimits())
            : try await Fetcher.posting(url, fields, Array(body.utf8), FetchLimits())
        try #require(answer.status == 200, "\(path): \(answer.status)")
        return String(decoding: answer.body, as: UTF8.self)
    }
}

extension IdentityProvider {
    private static func encoded(_ text: String) -> String {
        text.utf8.map { "%\($0 < 16 ? "0" : "")\(String($0, radix: 16))" }.joined()
    }
}

extension Trait where Self == ConditionTrait {
    static var needsIdentityProvider: Self {
        .enabled(
            if: IdentityProvider.shared != nil,
            "$SPECROUTER_IDENTITY_PROVIDER is not set; Tests/Integration/identity/with-realm sets it")
    }
}

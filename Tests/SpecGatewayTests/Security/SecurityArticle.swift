// The code of the article `Security.md`, which a test compares with the lines between the marks.

// article: begin
import SpecGateway

func gateway(description: String, sessions: Sessions) -> Gateway {
    Gateway(
        .file(description),
        security: [
            "Session": .custom { credential in
                guard case .apiKey(let cookie) = credential else { return nil }
                guard let user = await sessions.user(of: cookie.revealed) else { return nil }
                return Principal(name: user, scheme: "", scopes: ["read"])
            }
        ])
}
// article: end

actor Sessions {
    private let users: [String: String]

    init(_ users: [String: String]) {
        self.users = users
    }

    func user(of session: String) -> String? { users[session] }
}

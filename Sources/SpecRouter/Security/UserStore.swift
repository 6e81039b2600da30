#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The users that HTTP basic authentication accepts.
///
/// What is wrong with a store is reported as a diagnostic when the API compiles, as with `KeyStore`.
public struct UserStore: Sendable {
    public struct User: Sendable {
        public var name: String
        public var password: PasswordHash
        public var scopes: Set<String>

        public init(name: String, password: PasswordHash, scopes: Set<String> = []) {
            self.name = name
            self.password = password
            self.scopes = scopes
        }
    }

    /// What is known of one user.
    struct Account: Sendable {
        let name: String
        let proof: Proof
        let scopes: Set<String>
    }

    enum Proof: Sendable {
        /// Of a stored password: slow to check.
        case derived(PasswordHash)
        /// Of a password that came in the clear and lives no longer than the process: the SHA-256 of the store's salt,
        /// the user's name, a colon and the password.
        case salted(SecretHash)
    }

    private let accounts: [String: Account]
    private let checks: PasswordChecks
    /// Stands in for the password of a user that does not exist, so that the answer takes as long.
    private let decoy: PasswordHash?
    /// Full sentences without a password in them.
    let faults: [String]

    public init(_ users: [User]) {
        let accounts = users.map { Account(name: $0.name, proof: .derived($0.password), scopes: $0.scopes) }
        self.init(accounts, checks: PasswordChecks(), faults: users.isEmpty ? ["It holds no users."] : [])
    }

    /// Passwords in the clear, by user name. They are hashed at once.
    public static func plain(_ passwords: [String: String]) -> UserStore {
        let names = passwords.keys.sorted()
        return UserStore(listing: names.map { ($0, passwords[$0] ?? "") }, origin: "The list of users")
    }

    /// Reads an environment variable: `name=password` separated by commas.
    public static func environment(_ variable: String) -> UserStore {
        environment(variable, in: ProcessInfo.processInfo.environment)
    }

    static func environment(_ variable: String, in environment: [String: String]) -> UserStore {
        guard let text = environment[variable] else {
            return UserStore(
                [], checks: PasswordChecks(), faults: ["The environment variable \"\(variable)\" is not set."])
        }
        let pairs = NamedSecrets.parse(text).map { (name: $0.name ?? "", secret: $0.secret) }
        return UserStore(listing: pairs, origin: "The environment variable \"\(variable)\"")
    }

    private init(listing pairs: [(name: String, secret: String)], origin: String) {
        let checks = PasswordChecks()
        var faults = pairs.isEmpty ? ["\(origin) holds no users."] : []
        if pairs.contains(where: \.name.isEmpty) { faults.append("\(origin) has a password without a user name.") }
        let accounts = pairs.filter { !$0.name.isEmpty }.map { name, password in
            Account(name: name, proof: .salted(checks.digest(of: "\(name):\(password)")), scopes: [])
        }
        self.init(accounts, checks: checks, faults: faults)
    }

    private init(_ list: [Account], checks: PasswordChecks, faults: [String]) {
        var accounts: [String: Account] = [:]
        var faults = faults
        for account in list {
            if account.name.utf8.contains(UInt8(ascii: ":")) {
                faults.append("The user name \"\(account.name)\" contains a colon, which HTTP basic cannot carry.")
            }
            if accounts.updateValue(account, forKey: account.name) != nil {
                faults.append("The user name \"\(account.name)\" is there twice.")
            }
        }
        self.accounts = accounts
        self.checks = checks
        self.faults = faults
        decoy = list.lazy.compactMap { if case .derived(let hash) = $0.proof { hash } else { nil } }.first
    }

    enum Lookup: Sendable {
        case accepted(Account)
        case refused
        /// A password has to be derived, off the event loop.
        case slow(Account?, PasswordHash)
    }

    /// Decides what needs no derivation.
    func lookUp(_ credential: BasicCredential) -> Lookup {
        let digest = checks.digest(of: credential.text)
        guard let account = accounts[credential.user] else {
            return decoy.map { .slow(nil, $0) } ?? .refused
        }
        switch account.proof {
        case .salted(let expected): return expected == digest ? .accepted(account) : .refused
        case .derived(let hash): return checks.isRecent(digest) ? .accepted(account) : .slow(account, hash)
        }
    }

    /// Derives the password. Throws `PasswordChecks.Busy` when as many wait for that as may.
    func derive(_ credential: BasicCredential, _ account: Account?, _ hash: PasswordHash) async throws -> Account? {
        let digest = checks.digest(of: credential.text)
        guard try await checks.derive(credential.password, hash, digest), let account else { return nil }
        checks.remember(digest)
        return account
    }
}

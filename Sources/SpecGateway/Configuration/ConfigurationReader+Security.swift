import JSONCore
import SpecRouter

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ConfigurationReader {
    mutating func security(_ json: JSON) -> [String: CredentialVerifier] {
        var verifiers: [String: CredentialVerifier] = [:]
        for (scheme, value) in json.members { verifiers[scheme] = verifier(value) }
        return verifiers
    }

    enum SchemeKey: String, CaseIterable {
        case keys, tokens, users, environment, holds, accept
    }

    /// What an environment variable holds.
    enum Holding: String, CaseIterable {
        case keys, users
    }

    private mutating func verifier(_ json: JSON) -> CredentialVerifier? {
        var verifier: CredentialVerifier?
        var variable: String?
        var holding = Holding.keys
        for (key, value) in members(of: json, as: SchemeKey.self) {
            switch key {
            case .keys: verifier = .apiKeys(KeyStore(value.elements.compactMap { keyEntry($0) }))
            case .tokens: verifier = .bearer(KeyStore(value.elements.compactMap { keyEntry($0) }))
            case .users: verifier = .basic(UserStore(value.elements.compactMap { user($0) }))
            case .environment: variable = value.string
            case .holds: holding ?= choice(value)
            case .accept: verifier = .acceptAny
            }
        }
        guard let variable else { return verifier }
        return holding == .users ? .basic(.environment(variable)) : .apiKeys(.environment(variable))
    }

    enum CredentialKey: String, CaseIterable {
        case name, sha256, expires, scopes
    }

    private mutating func keyEntry(_ json: JSON) -> KeyStore.Entry? {
        var name = ""
        var hash: SecretHash?
        var expires: Date?
        var scopes: Set<String> = []
        for (key, value) in members(of: json, as: CredentialKey.self) {
            switch key {
            case .name: name ?= value.string
            case .sha256: hash = value.string.flatMap { SecretHash(hex: $0) }
            case .expires: expires = date(value)
            case .scopes: scopes = self.scopes(value)
            }
        }
        return hash.map { KeyStore.Entry(name: name, sha256: $0, expires: expires, scopes: scopes) }
    }

    enum UserKey: String, CaseIterable {
        case name, password, scopes
    }

    private mutating func user(_ json: JSON) -> UserStore.User? {
        var name = ""
        var password: PasswordHash?
        var scopes: Set<String> = []
        for (key, value) in members(of: json, as: UserKey.self) {
            switch key {
            case .name: name ?= value.string
            case .password: password = passwordHash(value)
            case .scopes: scopes = self.scopes(value)
            }
        }
        return password.map { UserStore.User(name: name, password: $0, scopes: scopes) }
    }

    private mutating func passwordHash(_ json: JSON) -> PasswordHash? {
        guard let text = json.string else { return nil }
        if let hash = PasswordHash(text) { return hash }
        report(.badValue, json, "must be a hash with 1,000 to 10,000,000 iterations")
        return nil
    }

    private mutating func date(_ json: JSON) -> Date? {
        guard let text = json.string else { return nil }
        if let date = Date(internetTime: text) { return date }
        report(.badValue, json, "must be a date with time and zone such as 2030-01-01T00:00:00Z")
        return nil
    }

    private func scopes(_ json: JSON) -> Set<String> {
        Set(json.elements.compactMap(\.string))
    }
}

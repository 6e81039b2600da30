import JSONCore
import OpenAPIModel
import SpecRouter

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ConfigurationReader {
    mutating func security(_ json: JSON) -> [String: CredentialVerifier] {
        var verifiers: [String: CredentialVerifier] = [:]
        for (scheme, value) in json.members {
            let files = credentialFiles.count
            verifiers[scheme] = verifier(value)
            verifiers[scheme]?.origin = origin(value, files: credentialFiles.dropFirst(files))
        }
        return verifiers
    }

    /// What the scheme says, with the content of the files that it names.
    private func origin(_ json: JSON, files: ArraySlice<String>) -> SecretHash {
        let contents = files.map { String(decoding: (try? KeyFile.contents(of: $0)) ?? [], as: UTF8.self) }
        return SecretHash(of: ([json.serialized()] + contents).joined(separator: "\0"))
    }

    enum SchemeKey: String, CaseIterable {
        case keys, tokens, users, environment, file, holds, jwt, introspection, certificates, accept
    }

    /// What an environment variable or a file holds.
    enum Holding: String, CaseIterable {
        case keys, users
    }

    private mutating func verifier(_ json: JSON) -> CredentialVerifier? {
        var verifier: CredentialVerifier?
        var variable: String?
        var path: JSON?
        var holding = Holding.keys
        for (key, value) in members(of: json, as: SchemeKey.self) {
            switch key {
            case .keys: verifier = .apiKeys(KeyStore(value.elements.compactMap { keyEntry($0) }))
            case .tokens: verifier = .bearer(KeyStore(value.elements.compactMap { keyEntry($0) }))
            case .users: verifier = .basic(UserStore(value.elements.compactMap { user($0) }))
            case .environment: variable = value.string
            case .file: path = value
            case .holds: holding ?= choice(value)
            case .jwt: verifier = tokens(value)
            case .introspection: verifier = introspection(value)
            case .certificates: verifier = .certificates(certificates(value))
            case .accept: verifier = .acceptAny
            }
        }
        if let path { return stored(in: path, holding) }
        guard let variable else { return verifier }
        return holding == .users ? .basic(.environment(variable)) : .apiKeys(.environment(variable))
    }

    /// The keys or users of a file, which has the list that could stand here.
    private mutating func stored(in json: JSON, _ holding: Holding) -> CredentialVerifier? {
        let path = credentialFile(json)
        do throws(DiagnosticError) {
            let (file, findings) = try CredentialFile.read(path, holding)
            add(findings)
            var reader = ConfigurationReader(file: file, directory: directory)
            defer { add(reader.findings) }
            let list = file.root.elements
            return holding == .users
                ? .basic(UserStore(list.compactMap { reader.user($0) }))
                : .apiKeys(KeyStore(list.compactMap { reader.keyEntry($0) }))
        } catch {
            report(.badValue, json, "names a file that cannot be read")
            add(error.diagnostics)
            return nil
        }
    }

    enum CertificateKey: String, CaseIterable {
        case name, subject, alternativeName, sha256, scopes
    }

    private func certificates(_ json: JSON) -> CertificateStore {
        json.string == nil ? CertificateStore(json.elements.compactMap { certificate($0) }) : .verified
    }

    private func certificate(_ json: JSON) -> CertificateStore.Entry? {
        var name = ""
        var mark: CertificateStore.Mark?
        var scopes: Set<String> = []
        for (key, value) in members(of: json, as: CertificateKey.self) {
            switch key {
            case .name: name ?= value.string
            case .subject: mark = value.string.map { .subject($0) }
            case .alternativeName: mark = value.string.map { .alternativeName($0) }
            case .sha256: mark = value.string.flatMap { SecretHash(hex: $0) }.map { .sha256($0) }
            case .scopes: scopes = self.scopes(value)
            }
        }
        return mark.map { CertificateStore.Entry(name: name, mark: $0, scopes: scopes) }
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
        let bounds =
            text.hasPrefix("$")
            ? "with \"ln\" from 10, \"r\" and \"p\" up to 16, no more than 256 MiB, and 8 to 64 octets of salt"
            : "with 1,000 to 10,000,000 iterations, and 8 to 64 octets of salt"
        report(.badValue, json, "must be a hash \(bounds)")
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

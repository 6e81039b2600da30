#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The keys or tokens that a scheme accepts: hashes with names, never the keys themselves.
///
/// What is wrong with a store (no keys, a missing environment variable, one key under two names) is reported as a
/// diagnostic when the API compiles; until then the store accepts less, never more.
public struct KeyStore: Sendable {
    public struct Entry: Sendable {
        /// Becomes the principal's name; several keys may share one, as when a key is replaced.
        public var name: String
        public var sha256: SecretHash
        /// From when on the key is refused.
        public var expires: Date?
        public var scopes: Set<String>

        public init(name: String, sha256: SecretHash, expires: Date? = nil, scopes: Set<String> = []) {
            self.name = name
            self.sha256 = sha256
            self.expires = expires
            self.scopes = scopes
        }
    }

    /// A class: a store is looked into for each request, and a reference is cheaper to hand on than what it holds.
    private final class Contents: Sendable {
        let entries: [SecretHash: Entry]
        let faults: [String]

        init(_ entries: [SecretHash: Entry], _ faults: [String]) {
            self.entries = entries
            self.faults = faults
        }
    }

    private let contents: Contents
    /// Full sentences without a key in them.
    var faults: [String] { contents.faults }

    public init(_ entries: [Entry]) {
        self.init(entries, faults: entries.isEmpty ? ["It holds no keys."] : [])
    }

    private init(_ list: [Entry], faults: [String]) {
        var entries: [SecretHash: Entry] = [:]
        var faults = faults
        for entry in list {
            if let first = entries[entry.sha256] {
                faults.append("The keys named \"\(first.name)\" and \"\(entry.name)\" are the same key.")
            } else {
                entries[entry.sha256] = entry
            }
        }
        contents = Contents(entries, faults)
    }

    /// Keys in the clear, by name. They are hashed at once.
    public static func plain(_ keys: [String: String]) -> KeyStore {
        let names = keys.keys.sorted()
        return KeyStore(listing: names.map { ($0, keys[$0] ?? "") }, origin: "The list of keys")
    }

    /// Reads an environment variable: keys separated by commas, each `name=key` or a key alone.
    ///
    /// A key alone is named for the variable. What follows the first `=` is the key; `=` at the end alone, as base64
    /// has it, is part of a key without a name. Spaces around names and keys are dropped.
    public static func environment(_ variable: String) -> KeyStore {
        environment(variable, in: ProcessInfo.processInfo.environment)
    }

    static func environment(_ variable: String, in environment: [String: String]) -> KeyStore {
        guard let text = environment[variable] else {
            return KeyStore([], faults: ["The environment variable \"\(variable)\" is not set."])
        }
        let pairs = NamedSecrets.parse(text).map { (name: $0.name ?? variable, secret: $0.secret) }
        return KeyStore(listing: pairs, origin: "The environment variable \"\(variable)\"")
    }

    private init(listing pairs: [(name: String, secret: String)], origin: String) {
        var faults = pairs.isEmpty ? ["\(origin) holds no keys."] : []
        faults += pairs.filter(\.secret.isEmpty).map { "\(origin) has no key for the name \"\($0.name)\"." }
        let filled = pairs.filter { !$0.secret.isEmpty }
        self.init(filled.map { Entry(name: $0.name, sha256: SecretHash(of: $0.secret)) }, faults: faults)
    }

    /// The hash of a key as a configuration file has it: 64 hexadecimal digits.
    public static func hash(_ key: String) -> String { SecretHash(of: key).description }

    /// The entry whose key was presented and has not expired. `now` is only asked when the entry expires at all.
    ///
    /// The dictionary finds a candidate by the hash of what was presented, which its sender can know and not choose;
    /// the comparison that decides takes constant time.
    func entry(for presented: Substring, now: () -> Date) -> Entry? {
        guard let entry = contents.entries[SecretHash(hashing: presented)] else { return nil }
        if let expires = entry.expires, expires <= now() { return nil }
        return entry
    }
}

/// `name=secret,name=secret`, or secrets alone.
enum NamedSecrets {
    static func parse(_ text: String) -> [(name: String?, secret: String)] {
        text.split(separator: ",").map(trimmed).filter { !$0.isEmpty }.map { item in
            guard let equals = item.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (nil, String(item)) }
            let name = trimmed(item[..<equals])
            let secret = trimmed(item[item.utf8.index(after: equals)...])
            let isPadding = secret.utf8.allSatisfy { $0 == UInt8(ascii: "=") }
            if name.isEmpty || (isPadding && !secret.isEmpty) { return (nil, String(item)) }
            return (String(name), String(secret))
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isSpace: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
        let rest = text.utf8.drop(while: isSpace)
        guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return "" }
        return Substring(rest[...last])
    }
}

import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A password as PBKDF2 with HMAC-SHA-256 and a salt (RFC 8018, section 5.2), which is slow to try out on purpose.
///
/// Its text is `pbkdf2-sha256$ITERATIONS$SALT$HASH`, salt and hash in hexadecimal digits.
public struct PasswordHash: Sendable, Hashable, CustomStringConvertible {
    let iterations: Int
    let salt: [UInt8]
    let derived: [UInt8]

    /// What `hash` uses, after OWASP's recommendation of 2023: about a third of a second of one core.
    public static let recommendedIterations = 600_000
    static let permittedIterations = 1_000...10_000_000

    /// Reads the text form. Nil when it is not one: 1,000 to 10,000,000 iterations, at least 8 octets of salt, 32 of hash.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0] == "pbkdf2-sha256" else { return nil }
        guard let iterations = Int(parts[1]), Self.permittedIterations.contains(iterations) else { return nil }
        guard let salt = Hex.bytes(parts[2]), salt.count >= 8 else { return nil }
        guard let derived = Hex.bytes(parts[3]), derived.count == 32 else { return nil }
        self.iterations = iterations
        self.salt = salt
        self.derived = derived
    }

    /// Hashes a password with a new random salt. `iterations` is brought into the permitted range.
    public init(hashing password: Secret, iterations: Int = PasswordHash.recommendedIterations) {
        let range = Self.permittedIterations
        self.iterations = min(max(iterations, range.lowerBound), range.upperBound)
        salt = Self.randomSalt()
        derived = Self.derive(password.revealed, salt: salt, iterations: self.iterations)
    }

    public var description: String { "pbkdf2-sha256$\(iterations)$\(Hex.text(salt))$\(Hex.text(derived))" }

    /// Takes `iterations` times about half a microsecond; the comparison's time does not depend on where they differ.
    func matches(_ password: String) -> Bool {
        let candidate = Self.derive(password, salt: salt, iterations: iterations)
        return zip(candidate, derived).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    static func randomSalt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// The first block of PBKDF2, 32 octets: `U1 xor U2 xor ...` with `U1 = HMAC(password, salt || 1)`.
    static func derive(_ password: String, salt: [UInt8], iterations: Int) -> [UInt8] {
        let keyed = HMAC<SHA256>(key: SymmetricKey(data: Array(password.utf8)))
        var first = keyed
        first.update(data: salt)
        first.update(data: [0, 0, 0, 1] as [UInt8])
        var code = first.finalize()
        var result = Array(code)
        for _ in 1..<max(iterations, 1) {
            var next = keyed
            code.withUnsafeBytes { next.update(data: $0) }
            code = next.finalize()
            code.withUnsafeBytes { bytes in
                for index in result.indices { result[index] ^= bytes[index] }
            }
        }
        return result
    }
}

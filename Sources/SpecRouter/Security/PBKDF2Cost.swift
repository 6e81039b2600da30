import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2).
struct PBKDF2Cost: Sendable, Hashable {
    let iterations: Int

    private static let permitted = 1_000...10_000_000

    init(clamping iterations: Int) {
        self.iterations = min(max(iterations, Self.permitted.lowerBound), Self.permitted.upperBound)
    }

    static func read(_ text: String) -> PasswordHash? {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0] == "pbkdf2-sha256" else { return nil }
        guard let iterations = Int(parts[1]), permitted.contains(iterations) else { return nil }
        guard let salt = Hex.bytes(parts[2]), let derived = Hex.bytes(parts[3]), derived.count == 32 else {
            return nil
        }
        return PasswordHash(derivation: .pbkdf2(PBKDF2Cost(clamping: iterations)), salt: salt, derived: derived)
    }

    func text(salt: [UInt8], derived: [UInt8]) -> String {
        "pbkdf2-sha256$\(iterations)$\(Hex.text(salt))$\(Hex.text(derived))"
    }

    /// Takes `iterations` times about half a microsecond.
    func derive(_ password: String, salt: [UInt8]) -> [UInt8] {
        Self.derive(password, salt: salt, iterations: iterations)
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

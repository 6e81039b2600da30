import Crypto
import CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The cost parameters of scrypt (RFC 7914): time and memory.
public struct ScryptCost: Sendable, Hashable {
    /// The binary logarithm of N.
    public let logN: Int
    /// The size of a block, `r`.
    public let blockSize: Int
    /// How often it is done, `p`: one after the other.
    public let parallelism: Int

    /// After OWASP's recommendation, with 32 MiB.
    public static let recommended = ScryptCost(permitted: 15, 8, 3)

    /// What a request with a password may cost: memory, and mixed blocks of 128 octets.
    private static let memoryLimit = 256 << 20
    private static let workLimit = 1 << 23

    /// Nil for an `ln` below 10, for more than 256 MiB, for more than eight times the recommended work, and for what the
    /// algorithm does not define: `r` is from 1 to 16, `p` from 1 to 16.
    public init?(logN: Int, blockSize: Int, parallelism: Int) {
        guard (10...24).contains(logN), (1...16).contains(blockSize), (1...16).contains(parallelism) else { return nil }
        guard logN < 16 * blockSize, 128 * blockSize << logN <= Self.memoryLimit else { return nil }
        guard blockSize * parallelism << logN <= Self.workLimit else { return nil }
        self.init(permitted: logN, blockSize, parallelism)
    }

    private init(permitted logN: Int, _ blockSize: Int, _ parallelism: Int) {
        self.logN = logN
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    static func read(_ text: String) -> PasswordHash? {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = ScryptCost(parts[2]) else {
            return nil
        }
        guard let salt = UnpaddedBase64.octets(parts[3]), let derived = UnpaddedBase64.octets(parts[4]) else {
            return nil
        }
        return PasswordHash(derivation: .scrypt(cost), salt: salt, derived: derived)
    }

    /// `ln=15,r=8,p=1`, in this order, as the format has it.
    private init?(_ parameters: Substring) {
        let parts = parameters.split(separator: ",", omittingEmptySubsequences: false)
        let values = zip(parts, ["ln=", "r=", "p="]).compactMap { part, name in
            part.hasPrefix(name) ? Int(part.dropFirst(name.count)) : nil
        }
        guard parts.count == 3, values.count == 3 else { return nil }
        self.init(logN: values[0], blockSize: values[1], parallelism: values[2])
    }

    func text(salt: [UInt8], derived: [UInt8]) -> String {
        let cost = "ln=\(logN),r=\(blockSize),p=\(parallelism)"
        return "$scrypt$\(cost)$\(UnpaddedBase64.text(salt))$\(UnpaddedBase64.text(derived))"
    }

    /// None when there is no memory for it.
    func derive(_ password: String, salt: [UInt8], count: Int) -> [UInt8] {
        // The password is the key of an HMAC, which zeros fill up: none and a zero are the same one, and the function
        // wants an octet.
        let octets = password.isEmpty ? [0] : Array(password.utf8)
        let key = try? KDF.Scrypt.deriveKey(
            from: octets, salt: salt, outputByteCount: count, rounds: 1 << logN, blockSize: blockSize,
            parallelism: parallelism)
        return key?.withUnsafeBytes { Array($0) } ?? []
    }
}

/// Base64 without padding, as the PHC string format has it.
private enum UnpaddedBase64 {
    static func octets(_ text: Substring) -> [UInt8]? {
        guard !text.contains("=") else { return nil }
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }

    static func text(_ octets: [UInt8]) -> String {
        String(Data(octets).base64EncodedString().prefix { $0 != "=" })
    }
}

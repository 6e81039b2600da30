import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The SHA-256 of a secret, which is all that is kept of it.
///
/// `==` takes the same time wherever two hashes differ. The unsalted hash suits random keys alone: a password needs
/// a `PasswordHash`.
public struct SecretHash: Sendable, Hashable, CustomStringConvertible {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The hash of a secret's UTF-8.
    public init(of secret: String) {
        self.init(hashing: secret[...])
    }

    package init(of octets: [UInt8]) {
        words = SHA256.hash(data: octets).withUnsafeBytes(Self.words)
    }

    /// Reads 64 hexadecimal digits of either case; nil for anything else.
    public init?(hex: String) {
        guard let bytes = Hex.bytes(hex), bytes.count == 32 else { return nil }
        words = Self.words(bytes)
    }

    init(hashing secret: Substring, salt: [UInt8] = []) {
        var function = SHA256()
        if !salt.isEmpty { function.update(data: salt) }
        var secret = secret
        secret.withUTF8 { function.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        words = function.finalize().withUnsafeBytes(Self.words)
    }

    /// Of 32 octets.
    private static func words(_ octets: some RandomAccessCollection<UInt8>) -> (UInt64, UInt64, UInt64, UInt64) {
        func word(_ position: Int) -> UInt64 {
            octets.dropFirst(position * 8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
        return (word(0), word(1), word(2), word(3))
    }

    public static func == (left: SecretHash, right: SecretHash) -> Bool {
        let difference =
            (left.words.0 ^ right.words.0) | (left.words.1 ^ right.words.1)
            | (left.words.2 ^ right.words.2) | (left.words.3 ^ right.words.3)
        return difference == 0
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
    }

    var octets: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
    }

    /// 64 lower-case hexadecimal digits, as a configuration file has them.
    public var description: String { Hex.text(octets) }
}

package enum Hex {
    package static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Nil when a character is no digit or the number of digits is odd.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in text.utf8 {
            guard let digit = value(of: character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return high == nil ? bytes : nil
    }

    static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension UUID {
    /// From `8-4-4-4-12` hexadecimal digits of either case (RFC 9562, section 4); nil for anything else.
    init?(_ text: borrowing Span<UInt8>) {
        guard text.count == 36 else { return nil }
        var octets = (UInt64(0), UInt64(0))
        var digits = 0
        for index in 0..<36 {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard text[index] == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Self.value(ofDigit: text[index]) else { return nil }
            if digits < 16 { octets.0 = octets.0 << 4 | digit } else { octets.1 = octets.1 << 4 | digit }
            digits += 1
        }
        let (high, low) = octets
        func octet(_ word: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * index)) }
        self.init(
            uuid: (
                octet(high, 0), octet(high, 1), octet(high, 2), octet(high, 3), octet(high, 4), octet(high, 5),
                octet(high, 6), octet(high, 7), octet(low, 0), octet(low, 1), octet(low, 2), octet(low, 3),
                octet(low, 4), octet(low, 5), octet(low, 6), octet(low, 7)
            ))
    }

    private static func value(ofDigit byte: UInt8) -> UInt64? {
        let decimal = byte &- UInt8(ascii: "0")
        if decimal < 10 { return UInt64(decimal) }
        let letter = (byte | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? UInt64(letter) + 10 : nil
    }

    /// In lower case, as RFC 9562 writes them.
    var lowercasedText: String {
        withUnsafeBytes(of: uuid) { octets in
            String(unsafeUninitializedCapacity: 36) { text in
                var index = 0
                for (position, octet) in octets.enumerated() {
                    if position == 4 || position == 6 || position == 8 || position == 10 {
                        text[index] = UInt8(ascii: "-")
                        index += 1
                    }
                    text[index] = Self.digit(octet >> 4)
                    text[index + 1] = Self.digit(octet & 15)
                    index += 2
                }
                return index
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

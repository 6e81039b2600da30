/// The checksum of gzip (RFC 1952, section 8).
struct CRC32: Sendable {
    private var state: UInt32 = ~0

    var value: UInt32 { ~state }

    mutating func add(_ octet: UInt8) {
        state = Self.table[Int((state ^ UInt32(octet)) & 0xFF)] ^ state >> 8
    }

    mutating func add(_ octets: [UInt8]) {
        let table = Self.table
        for octet in octets { state = table[Int((state ^ UInt32(octet)) & 0xFF)] ^ state >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { octet in
        (0..<8).reduce(UInt32(octet)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}

/// The checksum of zlib (RFC 1950, section 8.2).
struct Adler32: Sendable {
    private var sum: UInt32 = 1
    private var sumOfSums: UInt32 = 0

    var value: UInt32 { sumOfSums << 16 | sum }

    mutating func add(_ octets: [UInt8]) {
        // So many octets cannot bring the sums above 32 bits.
        for start in stride(from: 0, to: octets.count, by: 5552) {
            for octet in octets[start..<min(start + 5552, octets.count)] {
                sum += UInt32(octet)
                sumOfSums += sum
            }
            sum %= 65521
            sumOfSums %= 65521
        }
    }
}

/// Reads the header of a gzip member, octet by octet (RFC 1952, section 2.3).
struct GzipHeader {
    private enum Part {
        case fixed, extraLength, extra, name, comment, checksum
    }

    /// This is no header of gzip, or not one of this version of it.
    struct Malformed: Error {}

    /// What is still to come, the first at the end.
    private var parts = [Part.fixed]
    /// Of a part of known length.
    private var octets: [UInt8] = []
    private var extraLength = 0
    private var crc = CRC32()

    var isComplete: Bool { parts.isEmpty }

    mutating func read(_ octet: UInt8) throws(Malformed) {
        guard let part = parts.last else { return }
        if part != .checksum { crc.add(octet) }
        switch part {
        case .fixed: try readFixed(octet)
        case .extraLength:
            if let both = pair(octet) {
                extraLength = both
                parts.removeLast(both == 0 ? 2 : 1)
            }
        case .extra:
            extraLength -= 1
            if extraLength == 0 { parts.removeLast() }
        case .name, .comment: if octet == 0 { parts.removeLast() }
        case .checksum:
            guard let both = pair(octet) else { return }
            guard both == Int(crc.value & 0xFFFF) else { throw Malformed() }
            parts.removeLast()
        }
    }

    /// Magic number, method 8, flags, and six octets that say nothing of the content.
    private mutating func readFixed(_ octet: UInt8) throws(Malformed) {
        octets.append(octet)
        let isExpected =
            switch octets.count {
            case 1: octet == 0x1F
            case 2: octet == 0x8B
            case 3: octet == 8
            // The others are reserved, and of unknown effect.
            case 4: octet & 0b1110_0000 == 0
            default: true
            }
        guard isExpected else { throw Malformed() }
        guard octets.count == 10 else { return }
        let flags = octets[3]
        octets = []
        parts =
            (flags & 2 == 0 ? [] : [.checksum]) + (flags & 16 == 0 ? [] : [.comment]) + (flags & 8 == 0 ? [] : [.name])
            + (flags & 4 == 0 ? [] : [.extra, .extraLength])
    }

    /// A number of two octets, the lower one first.
    private mutating func pair(_ octet: UInt8) -> Int? {
        octets.append(octet)
        guard octets.count == 2 else { return nil }
        defer { octets = [] }
        return Int(octets[0]) | Int(octets[1]) << 8
    }
}

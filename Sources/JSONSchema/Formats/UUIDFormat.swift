enum UUIDFormat {
    /// RFC 4122, section 3: the shape alone; version and variant are not judged.
    static func isUUID(_ text: Span<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        for index in 0..<36 {
            switch index {
            case 8, 13, 18, 23: guard text[index] == UInt8(ascii: "-") else { return false }
            default: guard ASCIISet.hexDigits.contains(text[index]) else { return false }
            }
        }
        return true
    }
}

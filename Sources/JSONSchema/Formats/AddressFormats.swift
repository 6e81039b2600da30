/// IP addresses as text.
enum AddressFormats {
    /// RFC 2673, section 3.2: four decimal numbers without leading zeros.
    static func isIPv4(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 7, text.count <= 15 else { return false }
        var index = 0
        for part in 0..<4 {
            if part > 0 {
                guard text.holds(".", at: index) else { return false }
                index &+= 1
            }
            guard let end = endOfOctet(text, from: index) else { return false }
            index = end
        }
        return index == text.count
    }

    /// RFC 4291, section 2.2. Neither a zone nor a prefix length.
    static func isIPv6(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 2, text.count <= 45 else { return false }
        var groups = 0
        var isCompressed = false
        var index = 0
        if text.holds(":", at: 0) {
            guard text.holds(":", at: 1) else { return false }
            isCompressed = true
            index = 2
        }
        while index < text.count {
            let end = text.endOfRun(of: .hexDigits, from: index)
            if text.holds(".", at: end) {
                groups &+= 2
                guard isIPv4(text.extracting(index..<text.count)) else { return false }
                break
            }
            guard end > index, end &- index <= 4 else { return false }
            groups &+= 1
            index = end
            guard index < text.count else { break }
            guard text.holds(":", at: index) else { return false }
            index &+= 1
            if text.holds(":", at: index) {
                guard !isCompressed else { return false }
                isCompressed = true
                index &+= 1
            } else if index == text.count {
                return false
            }
        }
        return isCompressed ? groups <= 7 : groups == 8
    }

    private static func endOfOctet(_ text: Span<UInt8>, from index: Int) -> Int? {
        let end = text.endOfRun(of: .digits, from: index)
        guard end > index, end &- index <= 3, let value = text.decimal(at: index, length: end &- index), value <= 255
        else { return nil }
        return end &- index > 1 && text.holds("0", at: index) ? nil : end
    }
}

/// RFC 1123, section 2.1: labels of letters, digits and inner hyphens. A final dot is no part of a host name.
enum HostnameFormat {
    /// A name whose labels with the prefix `xn--` are valid A-labels (RFC 5890, section 2.3.2.1).
    static func isHostname(_ text: Span<UInt8>) -> Bool {
        forAllLabels(of: text) { !hasACEPrefix($0) || IDNALabel(aLabel: $0)?.isValid == true }
    }

    /// A name by its letters alone.
    static func isName(_ text: Span<UInt8>) -> Bool {
        forAllLabels(of: text) { _ in true }
    }

    static func isLabel(_ label: Span<UInt8>) -> Bool {
        hasLabelEnds(label) && label.endOfRun(of: .hostname, from: 0) == label.count
    }

    private static func hasLabelEnds(_ label: Span<UInt8>) -> Bool {
        label.count >= 1 && label.count <= 63 && !label.holds("-", at: 0) && !label.holds("-", at: label.count &- 1)
    }

    static func hasACEPrefix(_ label: Span<UInt8>) -> Bool {
        label.count >= 4 && label[0] | 0x20 == UInt8(ascii: "x") && label[1] | 0x20 == UInt8(ascii: "n")
            && label.holds(word: "--", at: 2)
    }

    /// 253 characters is what the 255 octets of the wire format leave (RFC 1035, section 2.3.4).
    @inline(__always)
    private static func forAllLabels(of text: Span<UInt8>, _ isValid: (Span<UInt8>) -> Bool) -> Bool {
        guard text.count <= 253 else { return false }
        var start = 0
        while true {
            let end = text.endOfRun(ofAlphanumericsAnd: .hostname, from: start)
            let label = text.extracting(start..<end)
            guard hasLabelEnds(label), isValid(label) else { return false }
            guard end < text.count else { return true }
            guard text.holds(".", at: end) else { return false }
            start = end &+ 1
        }
    }
}

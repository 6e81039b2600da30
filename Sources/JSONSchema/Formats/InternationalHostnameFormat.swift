/// RFC 5890 to 5893: labels that are LDH, A-labels or U-labels.
enum InternationalHostnameFormat {
    enum Use {
        /// U+3002, U+FF0E and U+FF61 separate labels too (RFC 3490, section 3.1).
        case hostname
        /// Who sends the mail normalizes the name: the official suite takes U-labels in any form.
        case mailDomain

        func separates(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x2E: true
            case 0x3002, 0xFF0E, 0xFF61: self == .hostname
            default: false
            }
        }
    }

    static func isHostname(_ text: Span<UInt8>) -> Bool {
        isName(text, for: .hostname)
    }

    static func isName(_ text: Span<UInt8>, for use: Use) -> Bool {
        guard let scalars = scalars(of: text) else { return false }
        let parts = scalars.split(omittingEmptySubsequences: false, whereSeparator: use.separates)
        var labels: [IDNALabel] = []
        for part in parts {
            guard let label = IDNALabel(Array(part)) else { return false }
            labels.append(label)
        }
        let length = labels.reduce(labels.count &- 1) { $0 &+ $1.encodedLength }
        guard length <= 253, labels.allSatisfy(\.isValid) else { return false }
        if use == .hostname, !labels.allSatisfy(\.isNormalized) { return false }
        // RFC 5893, section 1.4: one right-to-left label makes all labels answer to the rule.
        return !labels.contains(where: \.isRightToLeft) || labels.allSatisfy(\.satisfiesBidiRule)
    }

    /// Nil beyond what 253 code points can take.
    private static func scalars(of text: Span<UInt8>) -> [Unicode.Scalar]? {
        guard text.count > 0, text.count <= 253 * 4 else { return nil }
        var scalars: [Unicode.Scalar] = []
        var index = 0
        while index < text.count {
            guard let next = text.scalar(at: index) else { return nil }
            scalars.append(next.scalar)
            index = next.end
        }
        return scalars
    }
}

/// A label of an internationalised name, decoded when it came as an A-label.
struct IDNALabel {
    let scalars: [Unicode.Scalar]
    /// Octets of the ASCII form.
    let encodedLength: Int

    private init(scalars: [Unicode.Scalar], encodedLength: Int) {
        self.scalars = scalars
        self.encodedLength = encodedLength
    }

    /// Nil when the label is neither an LDH label (of those with `--` in the third place only A-labels) nor one that
    /// Punycode can express in 63 octets.
    init?(_ scalars: [Unicode.Scalar]) {
        guard scalars.allSatisfy(\.isASCII) else {
            guard let encoded = Punycode.encode(scalars), encoded.count <= 59 else { return nil }
            self.init(scalars: scalars, encodedLength: encoded.count &+ 4)
            return
        }
        let bytes = scalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let text = bytes.span
        guard HostnameFormat.isLabel(text) else { return nil }
        if HostnameFormat.hasACEPrefix(text) {
            self.init(aLabel: text)
        } else {
            guard !text.holds(word: "--", at: 2) else { return nil }
            self.init(scalars: scalars, encodedLength: bytes.count)
        }
    }

    /// Decodes a label with the prefix `xn--`. Nil when Punycode does not give just the rest of it for what it decodes to, or
    /// that is not normalized (RFC 5891, section 5.4).
    init?(aLabel: Span<UInt8>) {
        var encoded: [UInt8] = []
        for index in 4..<aLabel.count {
            let byte = aLabel[index]
            encoded.append(ASCIISet.letters.contains(byte) ? byte | 0x20 : byte)
        }
        guard let scalars = Punycode.decode(encoded), !scalars.allSatisfy(\.isASCII),
            Punycode.encode(scalars) == encoded
        else { return nil }
        self.init(scalars: scalars, encodedLength: aLabel.count)
        guard isNormalized else { return nil }
    }

    /// RFC 5891, section 4.2.2 and on, for U-labels; LDH labels were judged when the label was made.
    var isValid: Bool {
        if scalars.allSatisfy(\.isASCII) { return true }
        guard let first = scalars.first, let last = scalars.last, first != "-", last != "-", !first.isCombiningMark,
            !(scalars.count >= 4 && scalars[2] == "-" && scalars[3] == "-")
        else { return false }
        for index in scalars.indices {
            switch scalars[index].idnaClass {
            case .valid: continue
            case .disallowed: return false
            case .contextual: guard isInContext(at: index) else { return false }
            }
        }
        return !isRightToLeft || satisfiesBidiRule
    }
}

import RegexCore

/// RFC 5892, section 3: the class of a code point. `IDNATables` has those that are valid.
enum IDNAClass {
    case valid, contextual, disallowed
}

extension Unicode.Scalar {
    var idnaClass: IDNAClass {
        switch value {
        case 0xB7, 0x0375, 0x05F3, 0x05F4, 0x30FB, 0x0660...0x0669, 0x06F0...0x06F9, 0x200C, 0x200D: .contextual
        default: isIn(IDNATables.valid) ? .valid : .disallowed
        }
    }

    func isIn(_ set: ScalarSet) -> Bool { set.contains(value) }

    var isCombiningMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    var isVirama: Bool { properties.canonicalCombiningClass == .virama }
}

/// RFC 5892, section 3: the class of a code point, derived from the standard library's Unicode properties.
enum IDNAClass {
    case valid, contextual, disallowed
}

extension Unicode.Scalar {
    var idnaClass: IDNAClass {
        if let exception = idnaException { return exception }
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
            .spacingMark:
            return isUnstable || isIgnorable || isOldHangulJamo ? .disallowed : .valid
        default:
            return self == "-" ? .valid : .disallowed
        }
    }

    var isCombiningMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    var isVirama: Bool { properties.canonicalCombiningClass == .virama }

    /// Sections 2.6 and 2.8, and the characters of appendix A.
    private var idnaException: IDNAClass? {
        switch value {
        case 0xDF, 0x03C2, 0x06FD, 0x06FE, 0x0F0B, 0x3007: .valid
        case 0xB7, 0x0375, 0x05F3, 0x05F4, 0x30FB, 0x0660...0x0669, 0x06F0...0x06F9, 0x200C, 0x200D: .contextual
        case 0x0640, 0x07FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: .disallowed
        default: nil
        }
    }

    /// Section 2.2: changed by NFKC and case folding.
    private var isUnstable: Bool { properties.changesWhenNFKCCaseFolded }

    /// Sections 2.3 and 2.4.
    private var isIgnorable: Bool {
        switch value {
        case 0x20D0...0x20FF, 0x1D100...0x1D1FF, 0x1D200...0x1D24F: true
        default:
            properties.isDefaultIgnorableCodePoint || properties.isWhitespace || properties.isNoncharacterCodePoint
        }
    }

    /// Section 2.9.
    private var isOldHangulJamo: Bool {
        switch value {
        case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: true
        default: false
        }
    }
}

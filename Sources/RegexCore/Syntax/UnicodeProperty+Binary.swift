extension UnicodeProperty {
    /// Properties with few ranges, by long and short name.
    static let fixed: [String: ScalarSet] = {
        let indicators = ScalarSet([0x1F1E6...0x1F1FF])
        let components = ScalarSet([
            0x23...0x23, 0x2A...0x2A, 0x30...0x39, 0x200D...0x200D, 0x20E3...0x20E3, 0xFE0F...0xFE0F,
            0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F9B0...0x1F9B3, 0xE0020...0xE007F,
        ])
        return [
            "Any": .all, "ASCII": ScalarSet([0...0x7F]), "Regional_Indicator": indicators, "RI": indicators,
            "Emoji_Component": components, "EComp": components,
        ]
    }()

    /// The binary properties of ECMA-262 that the standard library knows, by long and short name.
    static let binaryProperties: [String: @Sendable (Unicode.Scalar.Properties) -> Bool] = {
        var table: [String: @Sendable (Unicode.Scalar.Properties) -> Bool] = [:]
        for (names, test) in letters + cases + symbols + structure {
            for name in names.split(separator: " ") { table[String(name)] = test }
        }
        return table
    }()

    private typealias Entry = (String, @Sendable (Unicode.Scalar.Properties) -> Bool)

    private static let letters: [Entry] = [
        ("Alphabetic Alpha", { $0.isAlphabetic }), ("Ideographic Ideo", { $0.isIdeographic }),
        ("Unified_Ideograph UIdeo", { $0.isUnifiedIdeograph }), ("Radical", { $0.isRadical }),
        ("ID_Start IDS", { $0.isIDStart }), ("ID_Continue IDC", { $0.isIDContinue }),
        ("XID_Start XIDS", { $0.isXIDStart }), ("XID_Continue XIDC", { $0.isXIDContinue }),
        ("ASCII_Hex_Digit AHex", { $0.isASCIIHexDigit }), ("Hex_Digit Hex", { $0.isHexDigit }),
        ("Diacritic Dia", { $0.isDiacritic }), ("Extender Ext", { $0.isExtender }),
        ("Grapheme_Base Gr_Base", { $0.isGraphemeBase }), ("Grapheme_Extend Gr_Ext", { $0.isGraphemeExtend }),
        ("Logical_Order_Exception LOE", { $0.isLogicalOrderException }),
    ]

    private static let cases: [Entry] = [
        ("Lowercase Lower", { $0.isLowercase }), ("Uppercase Upper", { $0.isUppercase }), ("Cased", { $0.isCased }),
        ("Case_Ignorable CI", { $0.isCaseIgnorable }), ("Soft_Dotted SD", { $0.isSoftDotted }),
        ("Changes_When_Lowercased CWL", { $0.changesWhenLowercased }),
        ("Changes_When_Uppercased CWU", { $0.changesWhenUppercased }),
        ("Changes_When_Titlecased CWT", { $0.changesWhenTitlecased }),
        ("Changes_When_Casefolded CWCF", { $0.changesWhenCaseFolded }),
        ("Changes_When_Casemapped CWCM", { $0.changesWhenCaseMapped }),
        ("Changes_When_NFKC_Casefolded CWKCF", { $0.changesWhenNFKCCaseFolded }),
    ]

    private static let symbols: [Entry] = [
        ("Math", { $0.isMath }), ("Dash", { $0.isDash }), ("Quotation_Mark QMark", { $0.isQuotationMark }),
        ("Sentence_Terminal STerm", { $0.isSentenceTerminal }), ("Emoji", { $0.isEmoji }),
        ("Terminal_Punctuation Term", { $0.isTerminalPunctuation }),
        ("Emoji_Modifier EMod", { $0.isEmojiModifier }), ("Emoji_Modifier_Base EBase", { $0.isEmojiModifierBase }),
        ("Emoji_Presentation EPres", { $0.isEmojiPresentation }),
    ]

    private static let structure: [Entry] = [
        ("White_Space space", { $0.isWhitespace }), ("Pattern_White_Space Pat_WS", { $0.isPatternWhitespace }),
        ("Pattern_Syntax Pat_Syn", { $0.isPatternSyntax }), ("Join_Control Join_C", { $0.isJoinControl }),
        ("Bidi_Control Bidi_C", { $0.isBidiControl }), ("Bidi_Mirrored Bidi_M", { $0.isBidiMirrored }),
        ("Default_Ignorable_Code_Point DI", { $0.isDefaultIgnorableCodePoint }),
        ("Assigned", { $0.generalCategory != .unassigned }), ("Deprecated Dep", { $0.isDeprecated }),
        ("Noncharacter_Code_Point NChar", { $0.isNoncharacterCodePoint }),
        ("IDS_Binary_Operator IDSB", { $0.isIDSBinaryOperator }),
        ("IDS_Trinary_Operator IDST", { $0.isIDSTrinaryOperator }),
        ("Variation_Selector VS", { $0.isVariationSelector }),
    ]
}

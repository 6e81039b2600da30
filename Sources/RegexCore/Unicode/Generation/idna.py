"""What IDNA derives from the Unicode Character Database: RFC 5892 and 5893."""

from ucd import code_points, encoded, literal, number

# RFC 5892, section 2.6.
EXCEPTIONALLY_VALID = {0xDF, 0x03C2, 0x06FD, 0x06FE, 0x0F0B, 0x3007}
CONTEXTUAL = {0xB7, 0x0375, 0x05F3, 0x05F4, 0x30FB, 0x200C, 0x200D, *range(0x0660, 0x066A), *range(0x06F0, 0x06FA)}
EXCEPTIONALLY_DISALLOWED = {0x0640, 0x07FA, 0x302E, 0x302F, 0x303B, *range(0x3031, 0x3036)}


def valid(database):
    """PVALID: section 3."""
    category = database.sets("extracted/DerivedGeneralCategory.txt")
    core = database.sets("DerivedCoreProperties.txt")
    listed = database.sets("PropList.txt")
    letters_and_digits = set().union(*(category[name] for name in "Ll Lu Lo Nd Lm Mn Mc".split()))
    unstable = database.sets("DerivedNormalizationProps.txt")["Changes_When_NFKC_Casefolded"]
    ignorable = core["Default_Ignorable_Code_Point"] | listed["White_Space"] | listed["Noncharacter_Code_Point"]
    syllables = database.sets("HangulSyllableType.txt")
    blocks = {fields[1]: fields[0] for fields in database.rows("Blocks.txt")}
    ignorable_blocks = set()
    for name in ["Combining Diacritical Marks for Symbols", "Musical Symbols", "Ancient Greek Musical Notation"]:
        ignorable_blocks.update(code_points(blocks[name]))
    found = letters_and_digits - unstable - ignorable - ignorable_blocks
    found -= syllables["L"] | syllables["V"] | syllables["T"]
    return (found | {0x2D} | EXCEPTIONALLY_VALID) - EXCEPTIONALLY_DISALLOWED - CONTEXTUAL


def compositions(database, permitted):
    """Primary composites that permitted characters can write in one form or the other, each with its two parts."""
    excluded = database.sets("DerivedNormalizationProps.txt")["Full_Composition_Exclusion"]
    for fields in database.rows("UnicodeData.txt"):
        whole, parts = int(fields[0], 16), fields[5].split()
        if len(parts) != 2 or parts[0].startswith("<") or whole in excluded:
            continue
        pair = [int(part, 16) for part in parts]
        if whole in permitted or permitted.issuperset(pair):
            yield whole, *pair


def encoded_compositions(found):
    text, following = "", 0
    for whole, first, second in sorted(found):
        text += number(whole - following) + number(first) + number(second)
        following = whole + 1
    return text


def tables(database):
    allowed = valid(database)
    permitted = allowed | CONTEXTUAL
    joining = database.sets("extracted/DerivedJoiningType.txt")
    bidi = database.sets("extracted/DerivedBidiClass.txt")
    entries = [
        ("valid", "PVALID of RFC 5892, section 3.", allowed),
        ("joiningForward", "Joining types D and L.", (joining["D"] | joining["L"]) & permitted),
        ("joiningBackward", "Joining types D and R.", (joining["D"] | joining["R"]) & permitted),
        ("transparent", "Joining type T.", joining["T"] & permitted),
        ("right", "Bidi classes R and AL.", (bidi["R"] | bidi["AL"]) & permitted),
        ("europeanNumber", "Bidi class EN.", bidi["EN"] & permitted),
        ("arabicNumber", "Bidi class AN.", bidi["AN"] & permitted),
        ("nonspacing", "Bidi class NSM.", bidi["NSM"] & permitted),
        ("neutral", "Bidi classes ES, ON and BN.", (bidi["ES"] | bidi["ON"] | bidi["BN"]) & permitted),
    ]
    lines = [
        "import RegexCore\n",
        "/// Code points that labels may hold, by what RFC 5892 and 5893 ask about them.",
        "enum IDNATables {",
    ]
    for name, comment, points in entries:
        text = literal(encoded(points), 12)
        argument = f"\n        encoded: {text}" if "\n" in text else f"encoded: {text}"
        lines.append(f"    /// {comment}\n    static let {name} = ScalarSet({argument})\n")
    text = encoded_compositions(compositions(database, permitted))
    lines.append(
        "    /// Each composite, as its distance from the one before, and its two parts; those of Hangul left out.\n"
        f"    static let compositions = {literal(text, 8)}\n}}\n")
    return "\n".join(lines)

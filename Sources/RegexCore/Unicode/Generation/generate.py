#!/usr/bin/env python3
"""Writes the Unicode tables of RegexCore and JSONSchema from the Unicode Character Database.

    generate.py [/usr/share/unicode]

Debian's package `unicode-data` puts the database there. Whatever the sources say about Unicode comes from one version of
it: the standard library's is another, and changes with the toolchain.
"""

import pathlib
import sys

import idna
from ucd import LAST, Database, encoded, literal

SOURCES = pathlib.Path(__file__).resolve().parents[3]

# ECMA-262, "Binary Unicode property aliases and their canonical property names", less those made up by it.
BINARY = """
    ASCII_Hex_Digit Alphabetic Bidi_Control Bidi_Mirrored Case_Ignorable Cased Changes_When_Casefolded
    Changes_When_Casemapped Changes_When_Lowercased Changes_When_NFKC_Casefolded Changes_When_Titlecased
    Changes_When_Uppercased Dash Default_Ignorable_Code_Point Deprecated Diacritic Emoji Emoji_Component Emoji_Modifier
    Emoji_Modifier_Base Emoji_Presentation Extended_Pictographic Extender Grapheme_Base Grapheme_Extend Hex_Digit
    IDS_Binary_Operator IDS_Trinary_Operator ID_Continue ID_Start Ideographic Join_Control Logical_Order_Exception
    Lowercase Math Noncharacter_Code_Point Pattern_Syntax Pattern_White_Space Quotation_Mark Radical Regional_Indicator
    Sentence_Terminal Soft_Dotted Terminal_Punctuation Unified_Ideograph Uppercase Variation_Selector White_Space
    XID_Continue XID_Start
""".split()

FILES = [
    "PropList.txt", "DerivedCoreProperties.txt", "DerivedNormalizationProps.txt", "emoji/emoji-data.txt",
    "extracted/DerivedBinaryProperties.txt",
]

GROUPS = {
    "LC": "Lu Ll Lt", "L": "Lu Ll Lt Lm Lo", "M": "Mn Mc Me", "N": "Nd Nl No", "P": "Pc Pd Ps Pe Pi Pf Po",
    "S": "Sm Sc Sk So", "Z": "Zs Zl Zp", "C": "Cc Cf Cs Co Cn",
}


def binary(database):
    sets = {}
    for file in FILES:
        sets |= database.sets(file)
    # ECMA-262 gives this one the alias that comes last in PropertyAliases.txt.
    short = database.property_names() | {"White_Space": "space"}
    assigned = set(range(LAST + 1)) - database.sets("extracted/DerivedGeneralCategory.txt")["Cn"]
    yield ["ASCII", "ASCII"], range(0x80)
    yield ["Any", "Any"], range(LAST + 1)
    yield ["Assigned", "Assigned"], assigned
    for name in BINARY:
        yield [short[name], name], sets[name]


def categories(database):
    sets = database.sets("extracted/DerivedGeneralCategory.txt")
    for group, members in GROUPS.items():
        sets[group] = set().union(*(sets[member] for member in members.split()))
    for names in database.value_names("gc"):
        yield names, sets[names[0]]


def by_script(database):
    """By short name. What Scripts.txt does not list is Unknown."""
    sets = database.sets("Scripts.txt")
    short = {names[1]: names[0] for names in database.value_names("sc")}
    sets["Unknown"] = set(range(LAST + 1)).difference(*sets.values())
    return {short[name]: points for name, points in sets.items()}


def scripts(database):
    sets = by_script(database)
    for names in database.value_names("sc"):
        yield names, sets.get(names[0], set())


def script_extensions(database):
    """Those that differ from the script of the same name."""
    sets = by_script(database)
    extended = database.sets("ScriptExtensions.txt")
    listed = set().union(*extended.values())
    for names in database.value_names("sc"):
        script = sets.get(names[0], set())
        points = script - listed | extended.get(names[0], set())
        if points != script:
            yield names, points


def header(database):
    return f"// Unicode {database.version()}, written by RegexCore/Unicode/Generation/generate.py. Change it there.\n\n"


def row(names, points):
    short, long, *others = names if len(names) > 1 else names * 2
    also = f', also: "{others[0]}"' if others else ""
    text = encoded(points)
    line = f'        NamedScalars(short: "{short}", long: "{long}"{also}, encoded: "{text}"),'
    if len(line) <= 120:
        return line
    arguments = f'short: "{short}", long: "{long}"{also},\n            encoded: {literal(text, 16)}'
    return f"        NamedScalars(\n            {arguments}),"


def write(database, file, name, comment, rows):
    body = "\n".join(row(names, points) for names, points in rows)
    (SOURCES / "RegexCore/Unicode" / file).write_text(
        f"{header(database)}extension NamedScalars {{\n    /// {comment}\n"
        f"    static let {name}: [NamedScalars] = [\n{body}\n    ]\n}}\n")


def main():
    database = Database(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    write(database, "NamedScalars+Binary.swift", "binaryProperties", "Those that ECMA-262 names.", binary(database))
    write(
        database, "NamedScalars+Categories.swift", "generalCategories", "Values and groups of values.",
        categories(database))
    write(database, "NamedScalars+Scripts.swift", "scripts", "All values of Script.", scripts(database))
    write(
        database, "NamedScalars+ScriptExtensions.swift", "scriptExtensions",
        "Values of Script_Extensions that differ from the script of the same name.", script_extensions(database))
    target = SOURCES / "JSONSchema/Formats/IDNATables.swift"
    target.write_text(header(database) + idna.tables(database))


if __name__ == "__main__":
    main()

import RegexCore

/// The scripts that contextual rules name.
enum IDNAScripts {
    static let greek = UnicodeProperty.script("Greek")
    static let hebrew = UnicodeProperty.script("Hebrew")
    static let kanaOrHan = ["Hiragana", "Katakana", "Han"].map(UnicodeProperty.script)
}

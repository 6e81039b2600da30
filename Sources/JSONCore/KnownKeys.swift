/// Names of members that are known before a document is built: their text is in it from the beginning, so that each costs
/// one entry.
package struct KnownKeys: Sendable {
    let texts: [UInt8]
    private let entries: [TapeEntry]

    package init(_ names: [String]) {
        var texts: [UInt8] = []
        var entries: [TapeEntry] = []
        for name in names {
            let flags: TapeEntry.Flags = name.utf8.allSatisfy { $0 < 0x80 } ? [.escaped, .ascii] : .escaped
            entries.append(
                TapeEntry(kind: .string, flags: flags, offset: texts.count, payload: UInt64(name.utf8.count)))
            texts += Array(name.utf8)
        }
        self.texts = texts
        self.entries = entries
    }

    subscript(index: Int) -> TapeEntry { entries[index] }
}

import JSONCore

/// Evaluated locations: a bit for every member or item, pushed by schemas that have an `unevaluated...` keyword and by each
/// branch that may yet be given up. JSON Schema 2020-12, section 7.7.1.2.
extension Evaluator {
    mutating func openTrack(_ entry: TapeEntry) -> Track {
        let track = traversal.marks.count
        traversal.marks.append(contentsOf: repeatElement(0, count: Self.words(entry)))
        return track
    }

    mutating func closeTrack(_ track: Track) {
        traversal.marks.removeSubrange(track...)
    }

    /// A track for a branch, when anybody asks.
    mutating func openBranchTrack(_ track: Track, _ entry: TapeEntry) -> Track {
        track == noTrack ? noTrack : openTrack(entry)
    }

    /// Gives what a branch has evaluated to the schema around it, when the branch holds.
    mutating func closeBranchTrack(_ branch: Track, into track: Track, _ entry: TapeEntry, holds: Bool) {
        guard branch != noTrack else { return }
        if holds {
            for word in 0..<Self.words(entry) { traversal.marks[track + word] |= traversal.marks[branch + word] }
        }
        closeTrack(branch)
    }

    mutating func mark(_ track: Track, _ ordinal: Int) {
        guard track != noTrack else { return }
        traversal.marks[track + (ordinal >> 6)] |= 1 << UInt64(ordinal & 63)
    }

    mutating func markAll(_ track: Track, _ entry: TapeEntry) {
        guard track != noTrack else { return }
        for word in 0..<Self.words(entry) { traversal.marks[track + word] = .max }
    }

    mutating func isMarked(_ track: Track, _ ordinal: Int) -> Bool {
        track != noTrack && traversal.marks[track + (ordinal >> 6)] & (1 << UInt64(ordinal & 63)) != 0
    }

    /// Scalars have nothing to mark and keep no words.
    private static func words(_ entry: TapeEntry) -> Int {
        entry.isContainer ? (entry.count + 63) >> 6 : 0
    }
}
